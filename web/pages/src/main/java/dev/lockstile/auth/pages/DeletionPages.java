package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An account that is to be deleted on a day: its owner takes that back, or leaves. */
record DeletionPages(OwnAccount account) {

    /** The one page of such an account: {@link Routes} leads its owner here. */
    static final String PATH = "/account/deletion";

    private static final String TEMPLATE = "deletion";

    void add(Routes routes) {
        routes.memberGet(PATH, this::show);
        routes.memberPost(PATH, this::keep);
    }

    private Reply show(PageRequest request, Routes.Member member) {
        return due(member).map(day -> Reply.page(TEMPLATE, Map.of("day", day))).orElseGet(() -> Reply.go("/account"));
    }

    private Reply keep(PageRequest request, Routes.Member member) {
        Outcome<UserId> kept = account.keep(member.caller());
        if (kept instanceof Outcome.Refused<UserId> refused && refused.why() == Refusal.SESSION_ENDED) {
            return request.toSignIn();
        }
        if (kept.isDone()) {
            request.say("account-kept");
        }
        return Reply.go("/account");
    }

    private Optional<Instant> due(Routes.Member member) {
        return Optional.ofNullable(member.me().deletionDue());
    }
}
