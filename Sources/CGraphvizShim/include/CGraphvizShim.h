#ifndef CGraphvizShim_h
#define CGraphvizShim_h
#endif
