package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.testkit.contract.StoreUnderTest;
import org.junit.jupiter.api.Nested;

/** What the flows promise of limits, events and the host. */
abstract class LimitFlowContracts extends SignInFlowContracts {

    @Nested
    final class AccountEvents extends AccountEventContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class DataEvents extends DataEventContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class Events extends EventContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class WorkOfTheHost extends HostWorkContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class HostHooks extends HookContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class NobodyElsePays extends AttackIsolationContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class SendReserves extends SendReserveContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class HumanChecks extends HumanCheckContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class TrustedDevices extends TrustedDeviceContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class FailureBudgets extends FailureBudgetContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class UncountedFailures extends UncountedFailureContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class CountedFailures extends CountedFailureContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class LinkAttempts extends LinkAttemptContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class ProofRequests extends ProofRequestContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class HostCounters extends HostCountersContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class OwnersBudgets extends OwnerBudgetContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class OwnersSendCaps extends OwnerSendCapContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class SendCaps extends SendCapContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class NamedRates extends NamedRateContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class Upkeep extends UpkeepContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class NamesOfDigits extends DigitNamesContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class WorkOfRefusals extends RefusalWorkContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class Overloaded extends OverloadContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class Pauses extends FailurePauseContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class ProofsInAnOutage extends OutageContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class FactorsInAnOutage extends FactorOutageContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class RequestsInAnOutage extends OutageRequestContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class SpareLinks extends ResetSpareContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class OwnPurposes extends PurposeCodeContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class RecipientsOfOwnPurposes extends PurposeRecipientContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }

    @Nested
    final class LimitsOfOwnPurposes extends PurposeLimitContract {
        @Override
        protected StoreUnderTest open() {
            return LimitFlowContracts.this.open();
        }
    }
}
