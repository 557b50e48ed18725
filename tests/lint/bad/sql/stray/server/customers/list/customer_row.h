#pragma once
#define CUSTOMER_COLUMNS "c.id, (SELECT count(*) FROM banhang.contact)"
