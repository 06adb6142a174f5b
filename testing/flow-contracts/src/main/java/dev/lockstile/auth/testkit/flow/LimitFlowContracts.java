package dev.lockstile.auth.testkit.flow;

import org.junit.jupiter.api.Nested;

/** What the flows promise of limits, events and the host. */
abstract class LimitFlowContracts extends SignInFlowContracts {

    @Nested
    final class AccountEvents extends AccountEventContract {}

    @Nested
    final class DataEvents extends DataEventContract {}

    @Nested
    final class Events extends EventContract {}

    @Nested
    final class WorkOfTheHost extends HostWorkContract {}

    @Nested
    final class HostHooks extends HookContract {}

    @Nested
    final class NobodyElsePays extends AttackIsolationContract {}

    @Nested
    final class SendReserves extends SendReserveContract {}

    @Nested
    final class HumanChecks extends HumanCheckContract {}

    @Nested
    final class TrustedDevices extends TrustedDeviceContract {}

    @Nested
    final class FailureBudgets extends FailureBudgetContract {}

    @Nested
    final class UncountedFailures extends UncountedFailureContract {}

    @Nested
    final class CountedFailures extends CountedFailureContract {}

    @Nested
    final class LinkAttempts extends LinkAttemptContract {}

    @Nested
    final class ProofRequests extends ProofRequestContract {}

    @Nested
    final class HostCounters extends HostCountersContract {}

    @Nested
    final class OwnersBudgets extends OwnerBudgetContract {}

    @Nested
    final class OwnersSendCaps extends OwnerSendCapContract {}

    @Nested
    final class SendCaps extends SendCapContract {}

    @Nested
    final class NamedRates extends NamedRateContract {}

    @Nested
    final class FactorRates extends FactorRateContract {}

    @Nested
    final class Upkeep extends UpkeepContract {}

    @Nested
    final class NamesOfDigits extends DigitNamesContract {}

    @Nested
    final class WorkOfRefusals extends RefusalWorkContract {}

    @Nested
    final class Overloaded extends OverloadContract {}

    @Nested
    final class Pauses extends FailurePauseContract {}

    @Nested
    final class ProofsInAnOutage extends OutageContract {}

    @Nested
    final class FactorsInAnOutage extends FactorOutageContract {}

    @Nested
    final class RequestsInAnOutage extends OutageRequestContract {}

    @Nested
    final class SpareLinks extends ResetSpareContract {}

    @Nested
    final class OwnPurposes extends PurposeCodeContract {}

    @Nested
    final class RecipientsOfOwnPurposes extends PurposeRecipientContract {}

    @Nested
    final class LimitsOfOwnPurposes extends PurposeLimitContract {}
}
