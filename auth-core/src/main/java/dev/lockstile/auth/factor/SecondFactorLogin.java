package dev.lockstile.auth.factor;

/** The second step of a sign-in, for accounts that have a second factor. */
public interface SecondFactorLogin {

    /**
     * Finishes the sign-in. The attempt is counted and committed before anything is compared; then one transaction of its
     * own in which one of many right attempts wins. Twenty failures of an account, over all its challenges, pause it; a
     * right first factor sets none of them back.
     */
    SecondFactorResult finish(SecondFactorAttempt attempt);
}
