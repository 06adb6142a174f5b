package dev.lockstile.auth.factor;

/** The policy that demands a factor of every account: one object, so that a preset which relies on it can tell. */
final class EveryAccount {

    static final SecondFactorPolicy POLICY = (user, profiles) -> true;

    private EveryAccount() {}
}
