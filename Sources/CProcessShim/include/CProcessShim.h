#ifndef CProcessShim_h
#define CProcessShim_h
#endif
