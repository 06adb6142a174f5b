package dev.lockstile.auth.impersonation;

/**
 * Settings of impersonation by staff, which requires the permission
 * {@link dev.lockstile.auth.role.AdminPermission#USERS_IMPERSONATE}.
 *
 * @param twoFactors whether the caller has to present two factors; true by default
 * @param shownToOwner whether the owner sees such a session in the list of sessions, and can end it
 */
public record ImpersonationSettings(boolean twoFactors, boolean shownToOwner) {

    /** {@return settings that require two factors and show the session to the owner} */
    public static ImpersonationSettings standard() {
        return new ImpersonationSettings(true, true);
    }

    /**
     * {@return a copy that allows staff without a second factor} Staff with one still have to present it. An attacker
     * with the password of a member of staff can then access other accounts.
     */
    public ImpersonationSettings allowOneFactor() {
        return new ImpersonationSettings(false, shownToOwner);
    }

    /** {@return a copy that does not show such sessions to the owner; the audit trail records them} */
    public ImpersonationSettings hiddenFromOwner() {
        return new ImpersonationSettings(twoFactors, false);
    }
}
