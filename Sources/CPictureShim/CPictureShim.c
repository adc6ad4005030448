#include "CPictureShim.h"
