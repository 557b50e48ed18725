// The [mail] section of the configuration, as the mail's own parts take it.
#pragma once

#include "server/app/config.h"
#include "server/mail/mail_job.h"

namespace banhang::server {

/// For `mail.isOn()` alone.
MailJobOptions mailOptions(const Config::Mail& mail);

} // namespace banhang::server
