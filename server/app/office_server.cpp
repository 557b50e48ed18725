#include "server/app/office_server.h"

#include <algorithm>
#include <optional>
#include <thread>
#include <vector>

#include "server/activities/activities_service.h"
#include "server/activities/activity_store.h"
#include "server/app/mail_settings.h"
#include "server/attachments/attachments_service.h"
#include "server/attachments/content_store.h"
#include "server/care/care_request_store.h"
#include "server/care/care_requests_service.h"
#include "server/care/escalation_job.h"
#include "server/changes/changes_service.h"
#include "server/changes/presence_store.h"
#include "server/core/call/call.h"
#include "server/core/crypto/token_signer.h"
#include "server/core/database/constraint_errors.h"
#include "server/core/database/database_pool.h"
#include "server/core/rpc/method_table.h"
#include "server/core/rpc/rpc_log.h"
#include "server/core/rpc/rpc_server.h"
#include "server/customers/customer_store.h"
#include "server/customers/customers_service.h"
#include "server/exports/exports_service.h"
#include "server/findings/findings_service.h"
#include "server/findings/scan_job.h"
#include "server/findings/scans_service.h"
#include "server/identity/caller_loader.h"
#include "server/identity/identity_service.h"
#include "server/identity/password_hash.h"
#include "server/identity/user_store.h"
#include "server/imports/imports_service.h"
#include "server/merging/merge_upkeep_store.h"
#include "server/merging/merges_service.h"
#include "server/ops/company_store.h"
#include "server/ops/ops_service.h"
#include "server/ops/request_store.h"
#include "server/picklists/pick_item_store.h"
#include "server/picklists/picklists_service.h"
#include "server/reminders/activity_notifier.h"
#include "server/reminders/due_reminder_store.h"
#include "server/reminders/notifications_service.h"
#include "server/reminders/reminder_job.h"
#include "server/sequences/sequence_job.h"
#include "server/sequences/sequence_store.h"
#include "server/sequences/sequences_service.h"
#include "server/series/calendar_entries_service.h"
#include "server/series/series_job.h"
#include "server/series/series_service.h"
#include "server/series/series_store.h"
#include "server/subscriptions/subscription_job.h"
#include "server/subscriptions/subscriptions_service.h"
#include "server/views/view_store.h"
#include "server/views/views_service.h"
#include "server/worklists/untouched_job.h"
#include "server/worklists/work_lists_service.h"

namespace banhang::server {

namespace {

using namespace std::chrono_literals;

/// One each for the scan, the reminders, the series, the care sequences, broken promises, subscribers, what nobody
/// works with and the mail, which wait for each other nowhere.
constexpr int kSystemThreads = 9;
/// Clients of a stopped server come back after this and as much again at random.
constexpr auto kReturnDelay = 2s;
constexpr int kEndedSessionDays = 30;
/// A client repeats a write within minutes; an import that was interrupted may be taken up again after a weekend.
constexpr int kAnswerDays = 3;
/// An import leaves an answer for each row, and as long as one transaction writes, the feed of all clients waits.
constexpr int kAnswersAtOnce = 2000;
constexpr int kMaxSlices = 100;
/// Notifications, and the reminders and mails that they came from.
constexpr int kNotificationDays = 400;
/// An upload of which nothing came for so long was cut off.
constexpr int kUploadIdleMinutes = 6 * 60;
constexpr int kUploadsAtOnce = 100;

/// What people wait for. Once more comes than can be done, an answer comes about as soon as ever, or the word to come
/// back.
constexpr QueueLimits kQueueOfCalls{.most = 1000, .patience = 100ms};

PoolOptions poolOptions(const std::string& conninfo, int threads)
{
    PoolOptions options;
    options.connect.conninfo = conninfo;
    options.threads = threads;
    return options;
}

/// A call waits for the database more than it computes, so a few for each processor.
int threadsFor(const Config& config)
{
    if (config.database.connections > 0)
        return config.database.connections;
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()) * 3, 4, 24);
}

PoolOptions callPoolOptions(const Config& config, const DatabaseAccess& access)
{
    PoolOptions options = poolOptions(access.app, threadsFor(config));
    options.queue = kQueueOfCalls;
    return options;
}

SessionLimits limitsOf(const Config::Session& session)
{
    return {std::chrono::hours(session.idleHours), std::chrono::hours(session.absoluteHours)};
}

ChangeHubOptions hubOptions(const Config& config, const DatabaseAccess& access)
{
    ChangeHubOptions options;
    options.connect.conninfo = access.system;
    options.sessionIdle = limitsOf(config.session).idle;
    return options;
}

ConstraintErrors constraintsOfAll()
{
    ConstraintErrors errors;
    registerIdentityConstraints(errors);
    registerPicklistsConstraints(errors);
    registerViewsConstraints(errors);
    registerCustomersConstraints(errors);
    registerActivitiesConstraints(errors);
    registerSeriesConstraints(errors);
    registerSequencesConstraints(errors);
    registerCareConstraints(errors);
    registerScanConstraints(errors);
    return errors;
}

std::int64_t maxFileBytes(const Config& config)
{
    return std::int64_t{config.attachments.maxSizeMb} * 1024 * 1024;
}

ScanJobOptions scanOptions(const Config& config)
{
    ScanJobOptions options;
    options.weekly = config.duplicates.weeklyScan;
    options.loadPercent = config.duplicates.scanLoad;
    return options;
}

std::string readTokenKey(DatabasePool& app)
{
    return app.inTransaction({}, Tx::Mode::ReadOnly, [](Tx& tx) { return CompanyStore::tokenKey(tx); });
}

RpcServerOptions rpcOptions(const Config& config, const Pki& pki, const DatabasePool& app)
{
    RpcServerOptions options;
    options.addresses = {config.server.listen};
    options.tls = TlsFiles{pki.serverCertificateFile(), pki.serverKeyFile(), pki.authorityCertificateFile()};
    options.isHealthy = [&app] { return app.unavailableFor() == std::chrono::steady_clock::duration::zero(); };
    return options;
}

} // namespace

/// In order of need: each part uses only those above it, and is gone before them.
struct OfficeServer::Parts
{
    Parts(const Config& config, const DatabaseAccess& access, const Pki& pki)
        : drain(std::chrono::seconds(config.server.drainSeconds)),
          app(callPoolOptions(config, access)),
          system(poolOptions(access.system, kSystemThreads)),
          constraints(constraintsOfAll()),
          callers(app, limitsOf(config.session)),
          signer(readTokenKey(app)),
          hub(hubOptions(config, access), callers, signer, metrics),
          calls({.pool = app,
                 .callers = callers,
                 .constraints = constraints,
                 .metrics = metrics,
                 .services = allServices(),
                 .committed = wakeHub()}),
          identity(calls, {hasher, callers, signer}),
          picklists(calls, signer),
          views(calls, signer),
          customers(calls, signer),
          activities(calls, signer, {&activityNotifier}),
          attachments(calls, signer, {app, callers, maxFileBytes(config), wakeHub()}),
          series(calls, {&activityNotifier}),
          calendarEntries(calls, signer),
          sequences(calls, signer),
          care(calls, signer),
          subscriptions(calls, signer),
          workLists(calls, {&activityNotifier}),
          notifications(calls, signer),
          merges(calls, signer),
          findings(calls, signer),
          scans(calls, config.duplicates.weeklyScan),
          imports(calls, signer),
          exports(app, callers, signer),
          changes(calls, app, callers, hub),
          ops(calls),
          rpc(rpcOptions(config, pki, app), {&identity,      &picklists, &views,           &customers, &activities,
                                             &attachments,   &series,    &calendarEntries, &sequences, &care,
                                             &subscriptions, &workLists, &notifications,   &merges,    &findings,
                                             &scans,         &imports,   &exports,         &changes,   &ops}),
          scanJob(system, scanOptions(config)),
          seriesJob(system, {&activityNotifier}, {.committed = wakeHub()}),
          sequenceJob(system, {&activityNotifier}, {.committed = wakeHub()}),
          escalationJob(system, {.committed = wakeHub()}),
          subscriptionJob(system, callers, {.committed = wakeHub()}),
          untouchedJob(system, {.committed = wakeHub()}, metrics.registry()),
          reminderJob(system, reminderJobOptions(config), metrics.registry())
    {
        if (config.mail.isOn())
            mailJob.emplace(system, app, mailOptions(config.mail), metrics.registry());
        metrics.addPool("app", app);
        metrics.addPool("system", system);
        if (!config.metrics.listen.empty())
            metrics.expose(config.metrics.listen);
    }

    ~Parts()
    {
        stop(0ms);
        metrics.removePools();
    }

    std::function<void()> wakeHub()
    {
        return [this] { hub.wake(); };
    }

    ReminderJobOptions reminderJobOptions(const Config& config)
    {
        ReminderJobOptions options;
        options.committed = wakeHub();
        if (config.mail.isOn())
            options.fired = [idle = limitsOf(config.session).idle](Tx& tx, const std::vector<std::int64_t>& ids) {
                OutboxStore::addReminders(tx, ids, idle);
            };
        return options;
    }

    void stop(std::chrono::milliseconds grace)
    {
        rpc.drain([this] { hub.goAway(kReturnDelay); }, grace);
    }

    const std::chrono::milliseconds drain;
    Metrics metrics;
    const RpcLog rpcLog{metrics.registry()};
    DatabasePool app;
    DatabasePool system;
    const ConstraintErrors constraints;
    CallerLoader callers;
    const TokenSigner signer;
    PasswordHasher hasher;
    ChangeHub hub;
    CallRunner calls;
    IdentityService identity;
    PicklistsService picklists;
    ViewsService views;
    CustomersService customers;
    ActivityNotifier activityNotifier;
    ActivitiesService activities;
    AttachmentsService attachments;
    SeriesService series;
    CalendarEntriesService calendarEntries;
    SequencesService sequences;
    CareRequestsService care;
    SubscriptionsService subscriptions;
    WorkListsService workLists;
    NotificationsService notifications;
    MergesService merges;
    FindingsService findings;
    ScansService scans;
    ImportsService imports;
    ExportsService exports;
    ChangesService changes;
    OpsService ops;
    RpcServer rpc;
    ScanJob scanJob;
    SeriesJob seriesJob;
    SequenceJob sequenceJob;
    EscalationJob escalationJob;
    SubscriptionJob subscriptionJob;
    UntouchedJob untouchedJob;
    ReminderJob reminderJob;
    std::optional<MailJob> mailJob;
};

OfficeServer::OfficeServer(const Config& config, const DatabaseAccess& access, const Pki& pki)
    : m_parts(std::make_unique<Parts>(config, access, pki))
{
}

OfficeServer::~OfficeServer() = default;

int OfficeServer::port() const
{
    return m_parts->rpc.ports().front();
}

Metrics& OfficeServer::metrics()
{
    return m_parts->metrics;
}

void OfficeServer::tidy()
{
    DatabasePool& system = m_parts->system;
    system.inTransaction({}, Tx::Mode::ReadWrite, [](Tx& tx) {
        SessionStore::dropOld(tx, kEndedSessionDays);
        PresenceStore::dropOld(tx);
    });
    system.inTransaction({}, Tx::Mode::ReadWrite, [](Tx& tx) {
        OutboxStore::dropOld(tx, kNotificationDays, kAnswersAtOnce);
        DueReminderStore::dropOld(tx, kNotificationDays, kAnswersAtOnce);
    });
    system.inTransaction({}, Tx::Mode::ReadWrite, forgetOldMerges);
    system.inTransaction({}, Tx::Mode::ReadWrite,
                         [](Tx& tx) { dropUnfinishedContents(tx, kUploadIdleMinutes, kUploadsAtOnce); });
    // What is left over waits for the next hour: this thread also tells the service manager that the server lives.
    for (int slice = 0; slice < kMaxSlices; ++slice)
        if (system.inTransaction({}, Tx::Mode::ReadWrite, [](Tx& tx) {
                return RequestStore::dropOld(tx, kAnswerDays, kAnswersAtOnce);
            }) < kAnswersAtOnce)
            break;
}

void OfficeServer::stop()
{
    m_parts->stop(m_parts->drain);
}

} // namespace banhang::server
