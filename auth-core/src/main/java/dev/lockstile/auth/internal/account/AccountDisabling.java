package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountAdministration;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.role.AdminPermission;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Disables an account, without an end or until a moment (a pause), and enables it again. {@link
 * dev.lockstile.auth.model.UserInfo.Status#at} ends a pause: services read it as enabled from that moment. Each change
 * is one update of the flag and the end together, so that of two at once the later one holds whole.
 */
record AccountDisabling(FlowContext context, AccountChanges changes) {

    AccountChange disabled() {
        return change(
                "disabled",
                null,
                (tx, user, now) -> tx.users().setActive(user, false, now)
                        && changes.endEverything(tx, user, EndReason.ACCOUNT_DISABLED, now));
    }

    /** @throws IllegalArgumentException for a moment that is over, or ten years away */
    AccountChange disabled(Instant until) {
        Instant now = context.now();
        if (!until.isAfter(now) || until.isAfter(now.plus(AccountAdministration.LONGEST_DISABLING))) {
            throw new IllegalArgumentException("an account is disabled until a moment within ten years");
        }
        Instant end = until.truncatedTo(ChronoUnit.MICROS);
        return change(
                "disabled",
                "until " + end,
                (tx, user, at) -> tx.users().disableUntil(user, end, at)
                        && changes.endEverything(tx, user, EndReason.ACCOUNT_DISABLED, at));
    }

    AccountChange enabled() {
        return change("enabled", null, (tx, user, now) -> tx.users().setActive(user, true, now));
    }

    private static AccountChange change(String name, @Nullable String values, AccountChange.Write write) {
        return new AccountChange(
                name, AdminPermission.USERS_DISABLE, AccountChange.On.ORDINARY, null, before -> values, write);
    }
}
