# shellcheck shell=bash
# Sourced by ./run and ./test: installs the Debian packages that a list names and this machine lacks.

# as_root COMMAND...: runs it with the rights of root, by sudo when an ordinary user asks.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# listed_packages FILE...: the names in the lists, without comments and blank lines.
listed_packages() {
    sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' "$@" | sort -u
}

# missing_packages FILE...: the listed packages that dpkg does not have installed.
missing_packages() {
    local wanted have
    wanted=$(listed_packages "$@")
    # dpkg-query fails as soon as it does not know one of the names, yet answers for the others.
    # shellcheck disable=SC2086  # one name a word
    have=$({ dpkg-query -W -f='${db:Status-Status} ${Package}\n' $wanted 2>/dev/null || true; } |
        sed -n 's/^installed //p' | sort -u)
    comm -23 <(printf '%s\n' "$wanted") <(printf '%s\n' "$have")
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=600 "$@" </dev/null
}

# Installing PostgreSQL makes and starts a cluster of its own on port 5432, which banhang never uses: told not to.
without_default_cluster() {
    local note=/etc/postgresql-common/createcluster.d/banhang.conf status=0
    as_root mkdir -p "${note%/*}"
    echo "create_main_cluster = false" | as_root tee "$note" >/dev/null
    "$@" || status=$?
    as_root rm -f "$note"
    return "$status"
}

# install_packages FILE...: asks dpkg first, so that nothing is fetched when all is there; refreshes the package index
# only when the index that is there does not do.
install_packages() {
    local names missing
    if ! command -v dpkg-query >/dev/null; then
        echo "This script installs its needs on Debian 12 only. On another system install what these lists name: $*" >&2
        return 0
    fi
    names=$(missing_packages "$@") || return
    [ -z "$names" ] && return 0
    mapfile -t missing <<<"$names"
    echo "== installing ${#missing[@]} packages: ${missing[*]}"
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        echo "Neither root nor sudo. Ask an administrator for: apt-get install --no-install-recommends ${missing[*]}" >&2
        return 1
    fi
    without_default_cluster apt_install "${missing[@]}" && return 0
    echo "== refreshing the package index"
    as_root apt-get update -q -o DPkg::Lock::Timeout=600 </dev/null
    without_default_cluster apt_install "${missing[@]}"
}
