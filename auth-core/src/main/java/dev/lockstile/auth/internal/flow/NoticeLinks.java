package dev.lockstile.auth.internal.flow;

import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import java.time.Instant;
import java.util.Optional;

/** Makes the link of a notice by which the owner says that it was another person. */
@FunctionalInterface
public interface NoticeLinks {

    /** For a host without a page for them. */
    NoticeLinks NONE = (context, tx, user, to, now) -> Optional.empty();

    /**
     * A link to the host's page, stored in the transaction of the act; empty where the host has none.
     *
     * @param to the e-mail address or the number, which is proven
     */
    Optional<String> issue(FlowContext context, AuthTx tx, UserInfo user, IdentifierKind to, Instant now);
}
