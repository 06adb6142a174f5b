package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.testkit.contract.StoreUnderTest;
import org.junit.jupiter.api.Nested;

/**
 * All that the flows promise, on one store.
 *
 * <pre>{@code
 * class MyFlowsTest extends AuthFlowContract {
 *     @Override protected StoreUnderTest open() { ... }
 * }
 * }</pre>
 */
public abstract class AuthFlowContract extends LimitFlowContracts {

    /** For those who extend it. */
    protected AuthFlowContract() {}

    /** A store without any rows; called before every test. */
    @Override
    protected abstract StoreUnderTest open();

    @Nested
    final class Races extends RaceContract {}

    @Nested
    final class InterleavedChanges extends ChangeInterleavingContract {}

    @Nested
    final class Signing extends SigningContract {}

    @Nested
    final class Interleaved extends InterleavingContract {}

    @Nested
    final class InterleavedRefreshes extends RefreshInterleavingContract {}

    @Nested
    final class InterleavedAccounts extends AccountInterleavingContract {}

    @Nested
    final class SigningInWithOtherSites extends SocialLoginContract {}

    @Nested
    final class LinkingOtherSites extends SocialLinkContract {}

    @Nested
    final class RedirectsToOtherSites extends SocialRedirectContract {}

    @Nested
    final class AdministeringOtherSites extends SocialAdministrationContract {}

    @Nested
    final class LiftingSuspensions extends SocialResumptionContract {}

    @Nested
    final class WhatProvidersTell extends SocialEventContract {}

    @Nested
    final class SuspensionsByProviders extends SocialSuspensionContract {}

    @Nested
    final class WhatProvidersTellLate extends SocialEventOrderContract {}

    @Nested
    final class BrowsersOfWhomProvidersTell extends SocialEventBrowserContract {}

    @Nested
    final class HowOneWasAuthenticated extends AuthContextContract {}

    @Nested
    final class SecondFactors extends SecondFactorContract {}

    @Nested
    final class FactorChallenges extends FactorChallengeContract {}

    @Nested
    final class TotpEnrolments extends TotpEnrolmentContract {}

    @Nested
    final class OwnFactors extends OwnFactorsContract {}

    @Nested
    final class RecoveryCodes extends RecoveryCodeContract {}

    @Nested
    final class ConfirmationCodes extends ConfirmationCodeContract {}

    @Nested
    final class FactorLimits extends FactorLimitContract {}

    @Nested
    final class LinkLogins extends LinkLoginContract {}

    @Nested
    final class LinkLoginRequests extends LinkLoginRequestContract {}

    @Nested
    final class SignInGate extends SignInGateContract {}

    @Nested
    final class TrustedBrowsers extends TrustedBrowserContract {}

    @Nested
    final class FirstPasskey extends FirstPasskeyContract {}

    @Nested
    final class FirstPassword extends FirstPasswordContract {}

    @Nested
    final class RepeatedForms extends RepeatedFormContract {}

    @Nested
    final class SignInBinding extends SignInBindingContract {}

    @Nested
    final class PolicyOfOpenSessions extends PolicyOfOpenSessionsContract {}

    @Nested
    final class WaitingReset extends WaitingResetContract {}

    @Nested
    final class ProofsOfOtherSites extends SocialProofContract {}

    @Nested
    final class AgeOfProofsOfOtherSites extends SocialProofAgeContract {}

    @Nested
    final class FirstAddressBySocialSignIn extends SocialFirstAddressContract {}

    @Nested
    final class LastWaysIn extends WaysInContract {}
}
