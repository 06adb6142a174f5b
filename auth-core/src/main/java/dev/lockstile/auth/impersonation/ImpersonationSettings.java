package dev.lockstile.auth.impersonation;

/**
 * How staff act for accounts. Who may is a permission of a role:
 * {@link dev.lockstile.auth.role.AdminPermission#USERS_IMPERSONATE}.
 *
 * @param twoFactors whether the caller has to show two factors; true unless loosened
 * @param shownToOwner whether the owner sees such a session among the own ones, and may end it there
 */
public record ImpersonationSettings(boolean twoFactors, boolean shownToOwner) {

    /** {@return the settings that ask for two factors and show the session to the owner} */
    public static ImpersonationSettings standard() {
        return new ImpersonationSettings(true, true);
    }

    /**
     * {@return a copy for staff without a second factor too} An account that has one still shows it. The token of a
     * thief who has a password of staff then opens accounts of others.
     */
    public ImpersonationSettings allowOneFactor() {
        return new ImpersonationSettings(false, shownToOwner);
    }

    /** {@return a copy with sessions that their owner does not see; the audit trail names them all} */
    public ImpersonationSettings hiddenFromOwner() {
        return new ImpersonationSettings(twoFactors, false);
    }
}
