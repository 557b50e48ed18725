#include "client/ui/gallery/gallery_model.h"
