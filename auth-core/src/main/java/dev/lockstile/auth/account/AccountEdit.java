package dev.lockstile.auth.account;

import dev.lockstile.auth.field.HostValues;
import java.util.function.UnaryOperator;

/**
 * What an administrator edits of an account: what describes its owner, and the account fields of the host. Addresses,
 * numbers, passwords and rights are no part of it.
 *
 * @param profile gives what the default profile says next, from what it says now
 * @param host values of the host's account fields; those that are not in it stay as they are
 */
public record AccountEdit(UnaryOperator<Profiles.Draft> profile, HostValues host) {

    @Override
    public String toString() {
        return "AccountEdit[hidden]";
    }
}
