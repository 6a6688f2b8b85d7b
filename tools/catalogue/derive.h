/// derive.h — what the compiler computes so that nobody has to write it: the rungs of exercises.
#ifndef PS_TOOLS_DERIVE_H
#define PS_TOOLS_DERIVE_H

#include "load.h"
#include "ps/catalogue.h"

/// Fills the derived fields of a catalogue that `with` has loaded; a ladder without limits is a
/// problem. Source  domain 5.8, "Ladders".
void derive(ps_catalogue *catalogue, loading *with);

#endif
