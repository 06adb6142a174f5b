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
public abstract class AuthFlowContract {

    /** For those who extend it. */
    protected AuthFlowContract() {}

    /** A store without any rows; called before every test. */
    protected abstract StoreUnderTest open();

    @Nested
    final class Registering extends RegistrationContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class HostFieldsOfAccounts extends HostFieldContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class Confirming extends ConfirmationContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class LoggingIn extends PasswordLoginContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class Rehearsing extends DryRunSignInContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class ChangedWhileLoggingIn extends PasswordLoginStepContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class CodesByMessage extends CodeLoginContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class SessionsAndTokens extends SessionContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class ReusedTokens extends RefreshReuseContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class RulesOfSessions extends SessionRulesContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class CheckedSessions extends SessionCheckContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class KindsOfTokens extends TokenKindContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class SteppingUp extends StepUpContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class SharedColumns extends SharedColumnContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class NewPasswords extends PasswordContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class AccountStatusCases extends AccountStatusContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class Administration extends AdministrationContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class AccountStates extends AccountStateContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class AccountEvents extends AccountEventContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class Events extends EventContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class WorkOfTheHost extends HostWorkContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class HostHooks extends HookContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class Races extends RaceContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class AccountChanges extends AccountChangeContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class GuessedCodes extends CodeAttemptContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class NobodyElsePays extends AttackIsolationContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class SendReserves extends SendReserveContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class HumanChecks extends HumanCheckContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class TrustedDevices extends TrustedDeviceContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class FailureBudgets extends FailureBudgetContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class HostCounters extends HostCountersContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class OwnersBudgets extends OwnerBudgetContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class OwnersSendCaps extends OwnerSendCapContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class OwnProfiles extends ProfileContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class SendCaps extends SendCapContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class Deleting extends AccountDeletionContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class Administrators extends AdminAccountsContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class Rights extends RightsContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class Hijacking extends PreHijackingContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class NamedRates extends NamedRateContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class NumberBeside extends AdmittedPhoneContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class ChosenPassword extends ChosenPasswordContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class Admitted extends AdmittedIdentifierContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class Upkeep extends UpkeepContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class EarlyResetLinks extends EarlyResetLinkContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class InactiveAccounts extends InactiveAccountContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class WorkOfRefusals extends RefusalWorkContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class BoundCodes extends CodeBindingContract {
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
    final class PeopleInALegacySystem extends LegacyAccountsContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }

    @Nested
    final class TokensOfALegacySystem extends LegacyTokensContract {
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
    final class RulesOfSigningIn extends SignInRulesContract {
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
    final class WhatProvidersTell extends SocialEventContract {
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
    final class SignInGate extends SignInGateContract {
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
    final class LastWaysIn extends WaysInContract {
        @Override
        protected StoreUnderTest open() {
            return AuthFlowContract.this.open();
        }
    }
}
