package dev.lockstile.auth.internal.identifier;

import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.IdentifierStates.IdentifierState;
import dev.lockstile.auth.model.UserInfo;
import java.util.stream.Stream;

/**
 * What an identifier may do before its holder has proven it, and what needs the proof. Every flow asks here.
 *
 * <table>
 * <caption>An e-mail address or a phone number</caption>
 * <tr><th></th><th>proven</th><th>unproven, nothing else proven</th><th>unproven, another one proven</th></tr>
 * <tr><td>password signs in by it</td><td>yes</td><td>of an admitted account</td><td>of an admitted account</td></tr>
 * <tr><td>a code or link to it opens the account</td><td>yes</td><td>yes, and proves it</td><td>no</td></tr>
 * <tr><td>step-up codes, its failures counted with the account</td><td>yes</td><td>no</td><td>no</td></tr>
 * </table>
 *
 * <p>A user name is never proven: it signs in while nothing of the account waits for a proof.
 */
public final class UnprovenIdentifiers {

    private UnprovenIdentifiers() {}

    /** True when the account owns it and its holder has proven it. */
    public static boolean isProven(UserInfo user, IdentifierKind kind) {
        IdentifierState identifier = user.identifiers().of(kind);
        return identifier.owned() && identifier.isVerified();
    }

    /**
     * True when a right code or link to it opens the account: one in good standing, unless it has an owner already by
     * another proof than of this identifier.
     */
    public static boolean opensByCode(UserInfo user, IdentifierKind kind) {
        return user.status().mayAct() && user.identifiers().isProvable(kind);
    }

    /**
     * True when a right password signs in by it: the account is in good standing, and the identifier is proven, or any
     * that an admitted account owns.
     */
    public static boolean signsInByPassword(UserInfo user, IdentifierKind by) {
        return user.status().mayAct() && takesPassword(user, by);
    }

    /** True when a right password signs in by any identifier that the account owns, once the account is enabled. */
    public static boolean takesPassword(UserInfo user) {
        return Stream.of(IdentifierKind.values())
                .filter(kind -> user.identifiers().of(kind).owned())
                .anyMatch(kind -> takesPassword(user, kind));
    }

    private static boolean takesPassword(UserInfo user, IdentifierKind by) {
        boolean admitted = user.isAdmitted() && user.identifiers().of(by).owned();
        return isEnough(user.identifiers(), by) || admitted;
    }

    /**
     * A user name needs no proof of its own, but one of the address or number where the person has any. One that was
     * owned without proof still stands in its way when another application has changed or emptied the column.
     */
    private static boolean isEnough(IdentifierStates identifiers, IdentifierKind by) {
        if (by != IdentifierKind.USERNAME) {
            return identifiers.of(by).isVerified();
        }
        boolean reachable = isToBeProven(identifiers.email()) || isToBeProven(identifiers.phone());
        return identifiers.anyVerified() || !reachable;
    }

    private static boolean isToBeProven(IdentifierState identifier) {
        return identifier.owned() || (identifier.outdated() && !identifier.provenBefore());
    }

    /** True when the account need not prove or take it anew to have it: it is proven, or a user name that is owned. */
    public static boolean isSettled(IdentifierStates identifiers, IdentifierKind kind) {
        IdentifierState identifier = identifiers.of(kind);
        return identifier.owned() && (identifier.isVerified() || kind == IdentifierKind.USERNAME);
    }

    /** True while a link that was sent to it still leads to the account, which has not given it up. */
    public static boolean isHeld(UserInfo user, IdentifierKind kind) {
        IdentifierState identifier = user.identifiers().of(kind);
        return identifier.owned() || identifier.isVerified();
    }
}
