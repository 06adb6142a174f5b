package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.account.AuthorizedAdministration.UserProfile;
import dev.lockstile.auth.admin.AccountDirectory;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.field.HostFields;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.internal.account.ProfileSettingFlows.Written;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.StandardAdminAuthorization;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.setting.SettingAdministration;
import dev.lockstile.auth.setting.SettingKeys;
import dev.lockstile.auth.setting.SettingValues;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ProfileStore.Owned;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Shows and changes settings of others: right, account and settings are read and written in one transaction. */
public final class SettingAdministrationFlow implements SettingAdministration {

    /** These are about one account of a page; any other refusal is about the caller, and ends the page. */
    private static final Set<Refusal> OF_ACCOUNT =
            EnumSet.of(Refusal.NOT_FOUND, Refusal.PROFILE_NOT_FOUND, Refusal.FORBIDDEN, Refusal.INVALID_INPUT);

    private final FlowContext context;
    private final AccountDirectory directory;
    private final StandardAdminAuthorization authorization;
    private final AuthorizedChangeFlow authorized;
    private final OperationEvents operations;
    private final SettingKeys users;
    private final SettingKeys profiles;

    /** With the settings that the host has declared. */
    public SettingAdministrationFlow(FlowContext context, AdminLists lists, SettingKeys users, SettingKeys profiles) {
        this.context = context;
        this.directory = new AccountDirectoryFlow(context, lists);
        this.authorization = new StandardAdminAuthorization(context);
        this.authorized = new AuthorizedChangeFlow(context);
        this.operations = new OperationEvents(context);
        this.users = users;
        this.profiles = profiles;
    }

    @Override
    public Outcome<AccountSettings> show(Caller caller, UserId user) {
        Instant now = context.now();
        return context.store()
                .read(tx -> authorization
                        .refusalToLook(tx, caller, AdminPermission.USERS_READ, now)
                        .<Outcome<AccountSettings>>map(Outcome::refused)
                        .orElseGet(() -> tx.users()
                                .byId(user)
                                .map(found -> Outcome.done(settings(found)))
                                .orElseGet(() -> Outcome.refused(Refusal.NOT_FOUND))));
    }

    private static AccountSettings settings(StoredUser user) {
        Map<ProfileId, SettingValues> profiles = new LinkedHashMap<>();
        user.profiles().forEach(profile -> profiles.put(profile.id(), new SettingValues(profile.settings())));
        return new AccountSettings(new SettingValues(user.info().settings()), profiles);
    }

    @Override
    public Outcome<Boolean> changeAs(Caller caller, UserId user, HostValues wanted, String reference) {
        return change(caller, user, new Asked(users, wanted, reference, (tx, now) -> replaced(tx, user, wanted, now)));
    }

    @Override
    public Outcome<Boolean> changeAs(Caller caller, UserProfile profile, HostValues wanted, String reference) {
        Owned owned = new Owned(profile.user(), profile.profile());
        return change(
                caller,
                profile.user(),
                new Asked(
                        profiles,
                        wanted,
                        reference,
                        (tx, now) -> ProfileSettingFlows.replaced(tx, owned, wanted, now)));
    }

    private Outcome<Boolean> change(Caller caller, UserId user, Asked asked) {
        List<FieldProblem> problems = HostFields.problems(asked.keys().fields(), asked.wanted(), false);
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        Written[] written = {Written.ABSENT};
        AccountChange change = new AccountChange(
                "settings_changed",
                AdminPermission.SETTINGS_CHANGE,
                AccountChange.On.ANY,
                null,
                before -> String.join(" ", new TreeSet<>(asked.wanted().byName().keySet())),
                (tx, owner, now) -> {
                    written[0] = asked.write().on(tx, now);
                    return written[0] == Written.CHANGED;
                });
        return outcome(authorized.run(caller, user, asked.reference(), change), written[0], asked.wanted());
    }

    private static Outcome<Boolean> outcome(Change change, Written written, HostValues wanted) {
        return switch (change) {
            case DONE -> Outcome.done(true);
            case UNCHANGED -> unchanged(written, wanted);
            default -> Outcome.refused(AuthorizedChangeFlow.refusal(change));
        };
    }

    private static Outcome<Boolean> unchanged(Written written, HostValues wanted) {
        return switch (written) {
            case ABSENT -> Outcome.refused(Refusal.PROFILE_NOT_FOUND);
            case TOO_LONG -> UserSettingFlows.tooLong(wanted);
            case SAME, CHANGED -> Outcome.done(false);
        };
    }

    private static Written replaced(AuthTx tx, UserId user, HostValues wanted, Instant now) {
        return tx.users()
                .byId(user)
                .map(StoredUser::info)
                .map(found -> {
                    Outcome<SettingValues> changed = UserSettingFlows.change(tx, found, wanted, now);
                    if (!changed.isDone()) {
                        return Written.TOO_LONG;
                    }
                    boolean same = changed.orElseThrow().settings().equals(found.settings());
                    return same ? Written.SAME : Written.CHANGED;
                })
                .orElse(Written.ABSENT);
    }

    @Override
    public Outcome<Changed> changeUsersAs(Caller caller, AdminLists.Query query, HostValues wanted, String reference) {
        return changePage(
                caller,
                query,
                HostFields.problems(users.fields(), wanted, false),
                user -> List.of(changeAs(caller, user, wanted, reference)));
    }

    @Override
    public Outcome<Changed> changeProfilesAs(
            Caller caller, AdminLists.Query query, HostValues wanted, String reference) {
        return changePage(
                caller,
                query,
                HostFields.problems(profiles.fields(), wanted, false),
                user -> profiles(user).stream()
                        .map(profile -> changeAs(caller, profile, wanted, reference))
                        .toList());
    }

    private List<UserProfile> profiles(UserId user) {
        return context.store().read(tx -> tx.users().byId(user)).map(StoredUser::profiles).stream()
                .flatMap(List::stream)
                .map(ProfileInfo::id)
                .map(profile -> new UserProfile(user, profile))
                .toList();
    }

    private Outcome<Changed> changePage(
            Caller caller,
            AdminLists.Query query,
            List<FieldProblem> problems,
            Function<UserId, List<Outcome<Boolean>>> change) {
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        Optional<Refusal> refusal = authorization.refusal(caller, AdminPermission.SETTINGS_CHANGE);
        if (refusal.isPresent()) {
            return operations.over(Operation.ACCOUNT_STATUS, caller, () -> Outcome.refused(refusal.get()));
        }
        Outcome<AdminLists.Page> page = directory.list(caller, query);
        return page instanceof Outcome.Done<AdminLists.Page> found
                ? changed(found.value(), change)
                : Outcome.refused(page.refusal().orElseThrow());
    }

    private Outcome<Changed> changed(AdminLists.Page page, Function<UserId, List<Outcome<Boolean>>> change) {
        int changed = 0;
        int passedOver = 0;
        for (UserId user : users(page)) {
            for (Outcome<Boolean> each : change.apply(user)) {
                Optional<Refusal> refusal = each.refusal();
                if (refusal.isPresent() && !OF_ACCOUNT.contains(refusal.get())) {
                    return Outcome.refused(refusal.get());
                }
                passedOver += refusal.isPresent() ? 1 : 0;
                changed += refusal.isEmpty() && each.orElseThrow() ? 1 : 0;
            }
        }
        return Outcome.done(new Changed(changed, passedOver, page.next()));
    }

    private List<UserId> users(AdminLists.Page page) {
        return page.rows().stream()
                .map(row -> String.valueOf(row.get(page.columns().get(0))))
                .flatMap(key -> context.store().userId(key).stream())
                .toList();
    }

    private record Asked(SettingKeys keys, HostValues wanted, String reference, Write write) {}

    @FunctionalInterface
    private interface Write {
        Written on(AuthTx tx, Instant now);
    }
}
