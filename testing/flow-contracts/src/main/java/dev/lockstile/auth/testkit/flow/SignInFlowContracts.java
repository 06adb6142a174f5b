package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.testkit.contract.StoreUnderTest;
import org.junit.jupiter.api.Nested;

/** What the flows promise of signing in, sessions and tokens. */
abstract class SignInFlowContracts extends AccountFlowContracts {

    @Nested
    final class LoggingIn extends PasswordLoginContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class ApiKeys extends ApiKeyContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class ApiKeysOfOwners extends ApiKeyOwnerContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class RolesOfPrograms extends ProgramRoleContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class ServiceAccounts extends ServiceAccountContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class WaysIntoPrograms extends ProgramWaysContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class KeysOfAnyAccount extends KeyAdministrationContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class DryRunSignIns extends DryRunSignInContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class FirstProofs extends FirstProofContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class PhoneAccounts extends PhoneAccountContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class ChangedWhileLoggingIn extends PasswordLoginStepContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class CodesByMessage extends CodeLoginContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class SessionsAndTokens extends SessionContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class ReusedTokens extends RefreshReuseContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class RetriedRefreshes extends RefreshRetryContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class RulesOfSessions extends SessionRulesContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class CheckedSessions extends SessionCheckContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class KindsOfTokens extends TokenKindContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class SteppingUp extends StepUpContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class CodeAttempts extends CodeAttemptContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class TypedCodes extends TypedCodeContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class BoundCodes extends CodeBindingContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class PeopleInALegacySystem extends LegacyAccountsContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class TokensOfALegacySystem extends LegacyTokensContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class RulesOfSigningIn extends SignInRulesContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class SessionsByOtherSites extends SocialSessionContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class AddressesProvenByOtherSites extends SocialAddressContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class SitesInAnOutage extends SocialOutageContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class Impersonations extends ImpersonationContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class ActedFor extends ActedForContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class Risks extends RiskContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class RequestOrigins extends RequestOriginContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }

    @Nested
    final class SignInNotices extends SignInNoticeContract {
        @Override
        protected StoreUnderTest open() {
            return SignInFlowContracts.this.open();
        }
    }
}
