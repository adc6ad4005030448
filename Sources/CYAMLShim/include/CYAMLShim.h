#ifndef CYAMLShim_h
#define CYAMLShim_h
#endif
