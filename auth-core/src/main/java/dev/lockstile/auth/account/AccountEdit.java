package dev.lockstile.auth.account;

import dev.lockstile.auth.field.HostValues;
import java.util.function.UnaryOperator;

/**
 * An administrator's edit of an account: the data of the default profile and the host's account fields. It cannot
 * change addresses, numbers, passwords or rights.
 *
 * @param profile computes the new data of the default profile from the present data
 * @param host values of the host's account fields; fields that are not in it are unchanged
 */
public record AccountEdit(UnaryOperator<Profiles.Draft> profile, HostValues host) {

    @Override
    public String toString() {
        return "AccountEdit[hidden]";
    }
}
