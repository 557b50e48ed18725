# The Debian packages banhang-server and banhang: cmake --build build/release --target package writes them to build/release.
include(GNUInstallDirs)

# banhang_install_notices(<package> <component> [<name> <file>]...): the copyright, and the notices of what others made.
function(banhang_install_notices package component)
  set(documents ${CMAKE_INSTALL_DATADIR}/doc/${package})
  install(FILES deploy/debian/copyright DESTINATION ${documents} COMPONENT ${component})
  set(arguments ${ARGN})
  while(arguments)
    list(POP_FRONT arguments name file)
    install(FILES ${file} DESTINATION ${documents}/notices RENAME ${name} COMPONENT ${component})
  endwhile()
endfunction()

install(TARGETS banhangd banhangctl COMPONENT server)
install(FILES deploy/banhangd.service DESTINATION lib/systemd/system COMPONENT server)
install(FILES deploy/banhangd.toml.example deploy/nftables.example
  DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/banhang-server/examples COMPONENT server)
banhang_install_notices(banhang-server server
  units.md common/vn/data/NOTICE.md
  passwords.md server/identity/data/NOTICE.md)

if(BANHANG_CLIENT)
  install(TARGETS banhang COMPONENT client)
  install(FILES deploy/banhang.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT client)
  install(FILES client/ui/icons/banhang.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT client)
  banhang_install_notices(banhang client
    units.md common/vn/data/NOTICE.md
    icons.txt client/ui/icons/LICENSE
    fonts.txt client/ui/fonts/OFL.txt)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL server client)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_CONTACT "banhang maintainers")
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE zstd)
# The libraries are found by looking at the programs; what the programs start or load by name is listed here.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

set(CPACK_DEBIAN_SERVER_PACKAGE_NAME banhang-server)
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION net)
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "adduser, postgresql-15")
set(CPACK_DEBIAN_SERVER_PACKAGE_SUGGESTS nftables)
set(CPACK_DEBIAN_SERVER_DESCRIPTION "Customer management of an office: the server
banhangd keeps customers, people and their rights in a PostgreSQL of its own and serves the clients of the office over TLS.
banhangctl does from a shell what the client does on a screen.")
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA
  ${CMAKE_SOURCE_DIR}/deploy/debian/postinst ${CMAKE_SOURCE_DIR}/deploy/debian/prerm ${CMAKE_SOURCE_DIR}/deploy/debian/postrm)

set(CPACK_DEBIAN_CLIENT_PACKAGE_NAME banhang)
set(CPACK_DEBIAN_CLIENT_PACKAGE_SECTION x11)
set(CPACK_DEBIAN_CLIENT_PACKAGE_DEPENDS qt6-qpa-plugins)
set(CPACK_DEBIAN_CLIENT_PACKAGE_RECOMMENDS qt6-wayland)
set(CPACK_DEBIAN_CLIENT_DESCRIPTION "Customer management of an office: the client
Finds, enters and looks after the customers of an office; what a colleague changes is seen at once.
It needs the connection file of a banhang server.")
include(CPack)
