package dev.lockstile.auth.testkit.flow;

import org.junit.jupiter.api.Nested;

/** What the flows promise of accounts and their owners. */
abstract class AccountFlowContracts extends FlowSuite {

    @Nested
    final class Registering extends RegistrationContract {}

    @Nested
    final class RequestedResets extends RequestedResetContract {}

    @Nested
    final class RequiredPasswords extends RequiredPasswordContract {}

    @Nested
    final class PasswordHistories extends PasswordHistoryContract {}

    @Nested
    final class PasswordHistoryRaces extends PasswordHistoryRaceContract {}

    @Nested
    final class TemporaryPasswords extends TemporaryPasswordContract {}

    @Nested
    final class Disablings extends DisablingContract {}

    @Nested
    final class Merges extends MergeContract {}

    @Nested
    final class MergeRaces extends MergeRaceContract {}

    @Nested
    final class Invitations extends InvitationContract {}

    @Nested
    final class AllSessions extends AllSessionsContract {}

    @Nested
    final class HostFieldsOfAccounts extends HostFieldContract {}

    @Nested
    final class SettingsOfProfiles extends ProfileSettingContract {}

    @Nested
    final class SettingsByStaff extends SettingAdministrationContract {}

    @Nested
    final class SettingsOfUsers extends UserSettingContract {}

    @Nested
    final class Confirming extends ConfirmationContract {}

    @Nested
    final class SharedColumns extends SharedColumnContract {}

    @Nested
    final class NewPasswords extends PasswordContract {}

    @Nested
    final class AccountStatusCases extends AccountStatusContract {}

    @Nested
    final class Administration extends AdministrationContract {}

    @Nested
    final class AccountStates extends AccountStateContract {}

    @Nested
    final class AccountChanges extends AccountChangeContract {}

    @Nested
    final class OwnProfiles extends ProfileContract {}

    @Nested
    final class DeletingLater extends ScheduledDeletionContract {}

    @Nested
    final class OwnData extends OwnDataContract {}

    @Nested
    final class Deleting extends AccountDeletionContract {}

    @Nested
    final class Administrators extends AdminAccountsContract {}

    @Nested
    final class Rights extends RightsContract {}

    @Nested
    final class Hijacking extends PreHijackingContract {}

    @Nested
    final class NumberBeside extends AdmittedPhoneContract {}

    @Nested
    final class ChosenPassword extends ChosenPasswordContract {}

    @Nested
    final class Admitted extends AdmittedIdentifierContract {}

    @Nested
    final class EarlyResetLinks extends EarlyResetLinkContract {}

    @Nested
    final class InactiveAccounts extends InactiveAccountContract {}

    @Nested
    final class ResetLinks extends ResetLinkContract {}

    @Nested
    final class AuthorizedAdministration extends AuthorizedAdministrationContract {}

    @Nested
    final class AdminAnswers extends AdminAnswerContract {}

    @Nested
    final class AdminAuthorizations extends AdminAuthorizationContract {}

    @Nested
    final class ReservedAddresses extends ReservedAddressContract {}

    @Nested
    final class RecentFactors extends FactorRecencyContract {}

    @Nested
    final class OwnAccounts extends OwnAccountContract {}

    @Nested
    final class ChangedRegistrations extends ChangedRegistrationContract {}

    @Nested
    final class DeclaredRoles extends DeclaredRolesContract {}

    @Nested
    final class RoleSources extends RoleSourceContract {}

    @Nested
    final class StaffPermissions extends StaffPermissionContract {}
}
