package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeLinks;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.notice.NoticeSettings;
import dev.lockstile.auth.store.AuthTx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Links in notices that close an account to another person, as those of sign-ins do. Each notice keeps its own, so that
 * a later act makes no earlier notice worthless; the use of one ends nothing of another. It counts as sent with the
 * first of those that are live, so that the newest undoes what the first told of.
 */
public record SecurityNoticeLinks(URI page) implements NoticeLinks {

    /** How long a link closes an account, and takes an address or number back. */
    static final Duration LIFE = Duration.ofDays(7);

    private static final int SLOT_BYTES = 6;
    /** A client that repeats an act fills no table; an earlier link closes the account to it as well. */
    private static final int A_DAY = 20;

    /**
     * The links of a host.
     *
     * @param settings null where the host tells owners nothing
     */
    public static NoticeLinks of(@Nullable NoticeSettings settings) {
        return settings == null ? NoticeLinks.NONE : new SecurityNoticeLinks(settings.page());
    }

    @Override
    public Optional<String> issue(FlowContext context, AuthTx tx, UserInfo user, IdentifierKind to, Instant now) {
        return FormerIdentifiers.read(context, to, user.identifiers().of(to).value())
                .filter(address -> tx.throttles().take("act-link:" + address.key(), A_DAY, Duration.ofDays(1), now))
                .map(address -> issue(context, tx, user, address, now));
    }

    private String issue(FlowContext context, AuthTx tx, UserInfo user, Identifier address, Instant now) {
        LinkCodes links = new LinkCodes(context);
        Instant since = FirstNoticeTime.earliest(tx, now, now, links.receiverOfActs(address.key()));
        String slot = context.randomness().text(SLOT_BYTES) + "~";
        LinkCodes.Issue issue = new LinkCodes.Issue(CodePurpose.SIGN_IN_NOTICE, user.id(), page, LIFE, slot);
        return links.issueSince(tx, issue, links.receiverOfActs(address), since, now)
                .address()
                .toString();
    }
}
