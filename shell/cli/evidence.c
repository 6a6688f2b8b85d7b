// What pages say about where their statements come from: marks, claims, conflicts, references.
#include "shell/cli/pages.h"
#include "shell/cli/words.h"

#include <ctype.h>

enum { INDENT = 2, ID_COLUMNS = 9 };

paper_ink verdict_ink(ps_verdict verdict)
{
    static const paper_ink inks[] = {
        [PS_SUPPORTED] = INK_GOOD, [PS_PARTLY] = INK_CARE,       [PS_PLAUSIBLE_UNTESTED] = INK_CARE,
        [PS_CONTESTED] = INK_CARE, [PS_CONTRADICTED] = INK_STOP, [PS_UNSUPPORTED] = INK_STOP,
        [PS_OPINION] = INK_PLAIN,
    };
    return inks[verdict];
}

void put_reference_row(cli *c, int32_t index, const char *part)
{
    const ps_reference *reference = &c->catalogue->references.at[index];
    paper_put(&c->page, INK_PLAIN, reference->cite);
    if (part) { // "exercise 3", or just its number
        const char *kind = isdigit((unsigned char)*part) ? "item " : "";
        paper_format(&c->page, INK_PLAIN, "; %s%s", kind, part);
    }
    if (reference->mark == PS_FROM_MEMORY) paper_put(&c->page, INK_CARE, " [unverified]");
    paper_item(&c->page, INDENT, INK_NAME, reference->id, ID_COLUMNS);
}

void put_references(cli *c, const ps_refs *references)
{
    for (int32_t i = 0; i < references->count; i++) {
        put_reference_row(c, references->at[i], NULL);
    }
}

void put_reference_ids(cli *c, const ps_refs *references)
{
    paper_put(&c->page, INK_QUIET, " [");
    for (int32_t i = 0; i < references->count; i++) {
        paper_format(&c->page, INK_QUIET, "%s%s", i > 0 ? ", " : "",
                     c->catalogue->references.at[references->at[i]].id);
    }
    paper_put(&c->page, INK_QUIET, "]");
}

void put_claim(cli *c, const ps_claim *claim)
{
    paper_put(&c->page, INK_PLAIN, claim->claim);
    paper_item(&c->page, INDENT, INK_NAME, claim->id, ID_COLUMNS);
    paper_put(&c->page, verdict_ink(claim->verdict), words_verdict(claim->verdict));
    if (claim->comment) {
        paper_put(&c->page, INK_QUIET, ": ");
        paper_put(&c->page, INK_QUIET, claim->comment);
    }
    put_reference_ids(c, &claim->references);
    paper_item(&c->page, INDENT, INK_PLAIN, "", ID_COLUMNS);
}

void put_legend(cli *c)
{
    paper_gap(&c->page);
    paper_put(&c->page, INK_QUIET,
              "Without a mark: its source says it. With the name of another source: that one "
              "says it. [inferred]: our reading of it. [ours]: not in the sources, ours.");
    paper_flow(&c->page, 0);
}
