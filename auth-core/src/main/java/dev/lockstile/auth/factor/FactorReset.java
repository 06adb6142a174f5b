package dev.lockstile.auth.factor;

/** How a reset of somebody's second factors ended. */
public enum FactorReset {
    /** The factors are gone, all sessions ended, and the owner was told. Nobody was signed in. */
    DONE,
    /**
     * It waits, as {@link SecondFactorSettings#withAdministratorWait} says: the owner was told, and nothing is changed yet. Asked
     * for again once that time is over, it is done.
     */
    WAITING,
    /** It waited, and is called off: nothing is changed. */
    CANCELLED,
    /** None waits that could be called off. */
    NONE_WAITS,
    /** Nobody goes by that name. */
    NOT_FOUND,
    /** The caller is no superuser, or the account is one: a superuser's factors are reset on the server. */
    FORBIDDEN,
    /** The caller has to prove again who they are. */
    STEP_UP_REQUIRED,
    /** The caller's session is over. */
    SESSION_ENDED
}
