package dev.lockstile.auth.testkit.flow;

import org.junit.jupiter.api.Nested;

/** What the flows promise of signing in, sessions and tokens. */
abstract class SignInFlowContracts extends AccountFlowContracts {

    @Nested
    final class LoggingIn extends PasswordLoginContract {}

    @Nested
    final class ApiKeys extends ApiKeyContract {}

    @Nested
    final class ApiKeysOfOwners extends ApiKeyOwnerContract {}

    @Nested
    final class RolesOfPrograms extends ProgramRoleContract {}

    @Nested
    final class ServiceAccounts extends ServiceAccountContract {}

    @Nested
    final class WaysIntoPrograms extends ProgramWaysContract {}

    @Nested
    final class KeysOfAnyAccount extends KeyAdministrationContract {}

    @Nested
    final class DryRunSignIns extends DryRunSignInContract {}

    @Nested
    final class FirstProofs extends FirstProofContract {}

    @Nested
    final class DisownedAdditions extends DisownedAdditionsContract {}

    @Nested
    final class PhoneAccounts extends PhoneAccountContract {}

    @Nested
    final class ChangedWhileLoggingIn extends PasswordLoginStepContract {}

    @Nested
    final class CodesByMessage extends CodeLoginContract {}

    @Nested
    final class SessionsAndTokens extends SessionContract {}

    @Nested
    final class ReusedTokens extends RefreshReuseContract {}

    @Nested
    final class RetriedRefreshes extends RefreshRetryContract {}

    @Nested
    final class RulesOfSessions extends SessionRulesContract {}

    @Nested
    final class CheckedSessions extends SessionCheckContract {}

    @Nested
    final class KindsOfTokens extends TokenKindContract {}

    @Nested
    final class SteppingUp extends StepUpContract {}

    @Nested
    final class CodeAttempts extends CodeAttemptContract {}

    @Nested
    final class TypedCodes extends TypedCodeContract {}

    @Nested
    final class BoundCodes extends CodeBindingContract {}

    @Nested
    final class PeopleInALegacySystem extends LegacyAccountsContract {}

    @Nested
    final class TokensOfALegacySystem extends LegacyTokensContract {}

    @Nested
    final class RulesOfSigningIn extends SignInRulesContract {}

    @Nested
    final class SessionsByOtherSites extends SocialSessionContract {}

    @Nested
    final class AddressesProvenByOtherSites extends SocialAddressContract {}

    @Nested
    final class SitesInAnOutage extends SocialOutageContract {}

    @Nested
    final class Impersonations extends ImpersonationContract {}

    @Nested
    final class ActedFor extends ActedForContract {}

    @Nested
    final class Risks extends RiskContract {}

    @Nested
    final class RequestOrigins extends RequestOriginContract {}

    @Nested
    final class NoticeOrigins extends NoticeOriginContract {}

    @Nested
    final class NoticeLinks extends NoticeLinkContract {}

    @Nested
    final class TakenBack extends TakenBackContract {}

    @Nested
    final class NumberTakenBack extends NumberTakenBackContract {}

    @Nested
    final class NewestNotice extends NewestNoticeContract {}

    @Nested
    final class SignInNotices extends SignInNoticeContract {}
}
