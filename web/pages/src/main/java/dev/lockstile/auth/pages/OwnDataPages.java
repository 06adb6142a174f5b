package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.DataExport;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;

/** What is kept of the own account, saved as a file. */
record OwnDataPages(OwnAccount account) {

    private static final String TEMPLATE = "own-data";
    private static final String PATH = "/account/data";

    void add(Routes routes) {
        routes.memberGet(PATH, (request, member) -> Reply.page(TEMPLATE));
        routes.memberPost(PATH, this::save);
    }

    private Reply save(PageRequest request, Routes.Member member) {
        Outcome<DataExport> data = account.export(member.caller());
        if (data instanceof Outcome.Refused<DataExport> refused) {
            return refused.why() == Refusal.STEP_UP_REQUIRED
                    ? request.toProve()
                    : Refusals.refused(TEMPLATE, request.fields(), Refusals.sentence(refused.why()));
        }
        return new Reply.File(
                "account.json",
                "application/json;charset=utf-8",
                data.orElseThrow().json());
    }
}
