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
    final class Races extends RaceContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class InterleavedChanges extends ChangeInterleavingContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class Signing extends SigningContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class Interleaved extends InterleavingContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class InterleavedRefreshes extends RefreshInterleavingContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class InterleavedAccounts extends AccountInterleavingContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class SigningInWithOtherSites extends SocialLoginContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class LinkingOtherSites extends SocialLinkContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class RedirectsToOtherSites extends SocialRedirectContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class AdministeringOtherSites extends SocialAdministrationContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class LiftingSuspensions extends SocialResumptionContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class WhatProvidersTell extends SocialEventContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class SuspensionsByProviders extends SocialSuspensionContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class WhatProvidersTellLate extends SocialEventOrderContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class BrowsersOfWhomProvidersTell extends SocialEventBrowserContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class HowOneWasAuthenticated extends AuthContextContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class SecondFactors extends SecondFactorContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class FactorChallenges extends FactorChallengeContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class TotpEnrolments extends TotpEnrolmentContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class OwnFactors extends OwnFactorsContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class RecoveryCodes extends RecoveryCodeContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class ConfirmationCodes extends ConfirmationCodeContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class FactorLimits extends FactorLimitContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class LinkLogins extends LinkLoginContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class LinkLoginRequests extends LinkLoginRequestContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class SignInGate extends SignInGateContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class TrustedBrowsers extends TrustedBrowserContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class FirstPasskey extends FirstPasskeyContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class FirstPassword extends FirstPasswordContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class RepeatedForms extends RepeatedFormContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class SignInBinding extends SignInBindingContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class PolicyOfOpenSessions extends PolicyOfOpenSessionsContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class WaitingReset extends WaitingResetContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class ProofsOfOtherSites extends SocialProofContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class AgeOfProofsOfOtherSites extends SocialProofAgeContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class FirstAddressBySocialSignIn extends SocialFirstAddressContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class LastWaysIn extends WaysInContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }
}
