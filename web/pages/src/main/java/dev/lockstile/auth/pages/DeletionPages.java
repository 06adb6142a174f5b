package dev.lockstile.auth.pages;

import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An account that is to be deleted on a day: its owner takes that back, or leaves. */
record DeletionPages(OwnAccount account) {

    /** The one page of such an account: {@link Routes} leads its owner here. */
    static final String PATH = "/account/deletion";

    private static final String TEMPLATE = "deletion";

    private static final String ASKED = "/deletion-asked";
    private static final String COOKIE = "closing";
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final int DIGITS_MAX = 12;

    void add(Routes routes) {
        routes.get(ASKED, DeletionPages::asked);
        routes.memberGet(PATH, this::show);
        routes.memberPost(PATH, this::keep);
    }

    /**
     * After a person has asked for the deletion and is signed out: the page of the host, or one that tells the day.
     *
     * @param day on which the account is deleted
     */
    static Reply after(PageRequest request, Instant day, EntrySettings entry) {
        Reply end = entry.after(PageEnd.DELETION);
        if (end instanceof Reply.Leave) {
            request.say("account-closing");
            return end;
        }
        request.cookies().set(COOKIE, String.valueOf(day.getEpochSecond()), LIFE);
        return Reply.go(ASKED);
    }

    /** What the browser keeps is the day alone, and no account. */
    private static Reply asked(PageRequest request) {
        String kept = request.cookies().get(COOKIE);
        return kept != null && kept.length() <= DIGITS_MAX && kept.matches("[0-9]+")
                ? Reply.page("deletion-asked", Map.of("day", Instant.ofEpochSecond(Long.parseLong(kept))))
                : Reply.go("/");
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
