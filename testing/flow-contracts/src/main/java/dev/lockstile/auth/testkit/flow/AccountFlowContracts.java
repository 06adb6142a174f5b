package dev.lockstile.auth.testkit.flow;

import dev.lockstile.auth.testkit.contract.StoreUnderTest;
import org.junit.jupiter.api.Nested;

/** What the flows promise of accounts and their owners. */
abstract class AccountFlowContracts {

    /** {@return a store without any rows; called before every test} */
    protected abstract StoreUnderTest open();

    @Nested
    final class Registering extends RegistrationContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class RequestedResets extends RequestedResetContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class RequiredPasswords extends RequiredPasswordContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class PasswordHistories extends PasswordHistoryContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class PasswordHistoryRaces extends PasswordHistoryRaceContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class TemporaryPasswords extends TemporaryPasswordContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class Disablings extends DisablingContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class Merges extends MergeContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class MergeRaces extends MergeRaceContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class Invitations extends InvitationContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class AllSessions extends AllSessionsContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class HostFieldsOfAccounts extends HostFieldContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class SettingsOfProfiles extends ProfileSettingContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class SettingsByStaff extends SettingAdministrationContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class SettingsOfUsers extends UserSettingContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class Confirming extends ConfirmationContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class SharedColumns extends SharedColumnContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class NewPasswords extends PasswordContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class AccountStatusCases extends AccountStatusContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class Administration extends AdministrationContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class AccountStates extends AccountStateContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class AccountChanges extends AccountChangeContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class OwnProfiles extends ProfileContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class DeletingLater extends ScheduledDeletionContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class OwnData extends OwnDataContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class Deleting extends AccountDeletionContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class Administrators extends AdminAccountsContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class Rights extends RightsContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class Hijacking extends PreHijackingContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class NumberBeside extends AdmittedPhoneContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class ChosenPassword extends ChosenPasswordContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class Admitted extends AdmittedIdentifierContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class EarlyResetLinks extends EarlyResetLinkContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class InactiveAccounts extends InactiveAccountContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class ResetLinks extends ResetLinkContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class AuthorizedAdministration extends AuthorizedAdministrationContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class AdminAnswers extends AdminAnswerContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class AdminAuthorizations extends AdminAuthorizationContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class ReservedAddresses extends ReservedAddressContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class RecentFactors extends FactorRecencyContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class OwnAccounts extends OwnAccountContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class ChangedRegistrations extends ChangedRegistrationContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class DeclaredRoles extends DeclaredRolesContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class RoleSources extends RoleSourceContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }

    @Nested
    final class StaffPermissions extends StaffPermissionContract {
        @Override
        protected StoreUnderTest open() {
            return AccountFlowContracts.this.open();
        }
    }
}
