package dev.lockstile.auth.password;

/** What happens to a new password while the breach source is out of reach. */
public enum BreachOutage {
    /** The password passes this rule, with a warning in the log: a third party keeps no client from signing up. */
    ALLOW,
    /** The password is refused with {@link PasswordProblem.Code#BREACH_CHECK_UNAVAILABLE}: nothing unchecked enters. */
    REFUSE
}
