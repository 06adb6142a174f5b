package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the first superuser, by the bootstrap secret or by a command on the server. Refused before anything is looked
 * at or hashed: a wrong secret (ten an hour are looked at, one budget for the whole world; the right one is counted
 * nowhere), and where there is a superuser. The one winner takes the one place of a window that never ends,
 * in the transaction of the insert.
 */
final class AdminBootstrap {

    private static final Logger LOG = LoggerFactory.getLogger(AdminBootstrap.class);
    private static final Duration FOR_EVER = Duration.ofDays(365_000);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Rate TRIES = Rate.perHour(10);

    private final FlowContext context;
    private final @Nullable Secret secret;
    private final NewAdminFlow accounts;
    private final OperationEvents operations;

    /** @param secret null where no superuser is made by a secret */
    AdminBootstrap(FlowContext context, @Nullable Secret secret, NewAdminFlow accounts) {
        this.context = context;
        this.secret = secret;
        this.accounts = accounts;
        this.operations = new OperationEvents(context);
    }

    Outcome<UserInfo> bySecret(Secret shown, NewAdmin admin) {
        return operations.over(Operation.ADMINISTRATOR, () -> tryBootstrap(shown, admin));
    }

    private Outcome<UserInfo> tryBootstrap(Secret shown, NewAdmin admin) {
        Instant now = context.now();
        if (secret == null || !secret.equals(shown)) {
            return refusedSecret(now);
        }
        boolean first = !context.store().read(tx -> tx.users().anySuperuser());
        LOG.warn("the bootstrap secret was tried: {}", first ? "it is right" : "there is a superuser already");
        if (!first || admin.rank() != NewAdmin.Rank.SUPERUSER) {
            return Outcome.refused(Refusal.FORBIDDEN);
        }
        return accounts.open(
                new NewAdminFlow.Order(
                        admin,
                        null,
                        tx -> tx.throttles().take("bootstrap", 1, FOR_EVER, now)
                                && !tx.users().anySuperuser()),
                now);
    }

    /** A right secret is counted nowhere, so a stranger cannot use up the owner's tries. */
    private Outcome<UserInfo> refusedSecret(Instant now) {
        boolean looked = context.limiters().requests().take("BOOTSTRAP_TRY", "", TRIES, now);
        LOG.warn("the bootstrap secret was tried: refused");
        return Outcome.refused(looked ? Refusal.FORBIDDEN : Refusal.THROTTLED);
    }

    Outcome<UserInfo> byCommand(NewAdmin admin) {
        return operations.over(Operation.ADMINISTRATOR, () -> tryCreateFirst(admin));
    }

    /**
     * Where the secret is alive, its one place is taken as well: of a command and a request at once one wins. Where it
     * is dead, the place of a minute lets one of two commands through.
     */
    private Outcome<UserInfo> tryCreateFirst(NewAdmin admin) {
        Instant now = context.now();
        if (admin.rank() != NewAdmin.Rank.SUPERUSER
                || context.store().read(tx -> tx.users().anySuperuser())) {
            return Outcome.refused(Refusal.FORBIDDEN);
        }
        return accounts.open(
                new NewAdminFlow.Order(admin, null, tx -> {
                    tx.throttles().take("bootstrap", 1, FOR_EVER, now);
                    return tx.throttles().take("first-superuser", 1, MINUTE, now)
                            && !tx.users().anySuperuser();
                }),
                now);
    }
}
