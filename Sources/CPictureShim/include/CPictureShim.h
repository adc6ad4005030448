#ifndef CPictureShim_h
#define CPictureShim_h
#endif
