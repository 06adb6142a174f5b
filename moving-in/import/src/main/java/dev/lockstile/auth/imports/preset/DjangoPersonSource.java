package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.PersonDraft;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.mapping.CellReader;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.internal.mapping.UserBuilder;
import dev.lockstile.auth.imports.internal.people.PeopleTable;
import dev.lockstile.auth.imports.internal.people.PersonSource;
import dev.lockstile.auth.imports.internal.people.UncopiedRows;
import dev.lockstile.auth.imports.mapping.IdentifierColumns;
import dev.lockstile.auth.imports.mapping.Proofs;
import dev.lockstile.auth.imports.mapping.Trust;
import dev.lockstile.auth.imports.mapping.Trust.Precedence;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.password.ImportHints;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people in a stock Django project's tables, and the customers of its code application. */
final class DjangoPersonSource implements PersonSource {

    private static final DjangoTables.Columns USER = new DjangoTables.Columns(
            List.of("id", "password", "username", "is_active", "date_joined"),
            List.of("email", "first_name", "last_name", "is_staff", "is_superuser", "last_login"),
            List.of());
    private static final DjangoTables.Columns CUSTOMER = new DjangoTables.Columns(
            List.of("id"), List.of("name", "email", "phone", "customer_type", "created_at"), List.of());
    private static final DjangoTables.Columns CODE = new DjangoTables.Columns(
            List.of("id", "is_verified", "expires_at", "attempts"), List.of("max_attempts"), List.of("otp_code"));

    private static final Entity CUSTOMERS = Entity.rows("customers");
    private static final IdentifierColumns ADDRESSES = new IdentifierColumns("email", "phone", null, null);
    private static final int USUAL_TRIES = 5;

    private final Source source;
    private final DjangoTables auth;
    private final Reading reading;
    private final SourceTable users;
    private final DjangoGroups groups;
    private final Optional<SourceTable> customers;
    private final Optional<SourceTable> codes;
    private final Map<String, List<String>> notCarried = new LinkedHashMap<>();

    DjangoPersonSource(DjangoTables auth, DjangoTables app, Source source, Reading reading) {
        this.auth = auth;
        this.source = source;
        this.reading = reading;
        users = auth.require("user", USER);
        groups = new DjangoGroups(source, auth, reading.options());
        customers = app.find("customer", CUSTOMER);
        notCarried.putAll(auth.columnsNotCarried());
        notCarried.putAll(app.columnsNotCarried());
        codes = app.find("otp", CODE);
    }

    @Override
    public List<PeopleTable> tables() {
        List<PeopleTable> all = new ArrayList<>();
        all.add(new GroupedPeople(new RowPeople(source, users, Entity.USERS, this::user), groups));
        customers.ifPresent(table -> all.add(new RowPeople(source, table, CUSTOMERS, this::customer)));
        return all;
    }

    @Override
    public List<UncopiedRows> uncopied() {
        List<UncopiedRows> left = new ArrayList<>();
        count(left, "groups", "auth_group");
        count(left, "permissions", "auth_permission");
        count(left, "group_permissions", "auth_group_permissions");
        auth.countNamed("auth_user_groups")
                .ifPresent(rows -> left.add(new UncopiedRows("user_groups", rows, "imported_as_role")));
        count(left, "user_permissions", "auth_user_user_permissions");
        codes.ifPresent(table -> left.addAll(new OpenCodes(source, table, this::isOpen).uncopied()));
        return left;
    }

    @Override
    public Map<String, List<String>> columnsNotCarried() {
        return Map.copyOf(notCarried);
    }

    /** Django's own bcrypt hasher cuts at 72 bytes, as bcrypt does. */
    @Override
    public ImportHints passwordHints() {
        return ImportHints.of("django").cutAt72();
    }

    /** Django lets in every user with a password and never asks for a proof of the address. */
    private UserDraft user(SourceRow source) {
        UserBuilder person = new UserBuilder(source, reading);
        CellReader row = person.row();
        return person.identifiers(new IdentifierColumns("email", null, null, "username"), Proofs.NONE)
                .password("password")
                .trust(Trust.always(false))
                .active(row.active("is_active"))
                .staff(row.flag("is_staff"), row.flag("is_superuser"))
                .createdAt("date_joined")
                .lastLoginAt("last_login")
                .named(row.text("first_name", 100), row.text("last_name", 150))
                .build(Entity.USERS);
    }

    /** A customer who is a user already becomes a profile of that user; any other signs in by code. */
    private UserDraft customer(SourceRow source) {
        UserBuilder person = new UserBuilder(withoutMarkers(source), reading);
        String kind = person.row().text("customer_type", 80);
        return person.identifiers(ADDRESSES, Proofs.NONE)
                .trust(new Trust(Precedence.PROFILE, false, false))
                .createdAt("created_at")
                .fullName("name")
                .profile(kind == null ? "" : kind, null, SettingsJson.EMPTY)
                .build(CUSTOMERS);
    }

    private boolean isOpen(SourceRow source) {
        CellReader row = new CellReader(source);
        Instant until = row.instant("expires_at");
        boolean triesLeft = number(source, "attempts", 0) < number(source, "max_attempts", USUAL_TRIES);
        return !row.flag("is_verified") && triesLeft && until != null && until.isAfter(reading.now());
    }

    /** Users with the roles of their groups, which are looked up only for those who are to be copied. */
    private record GroupedPeople(PeopleTable table, DjangoGroups groups) implements ForwardingPeople.Table {

        @Override
        public List<PersonDraft> persons(List<UserDraft> page) {
            return table.persons(groups.withRoles(page));
        }
    }

    private void count(List<UncopiedRows> left, String entity, String table) {
        auth.countNamed(table).ifPresent(rows -> left.add(new UncopiedRows(entity, rows, "not_imported")));
    }

    private static long number(SourceRow row, String column, long usual) {
        return row.cell(column) instanceof Number number ? number.longValue() : usual;
    }

    /** {@code N/A} means none. */
    private static SourceRow withoutMarkers(SourceRow row) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        row.columns().forEach(column -> cells.put(column, "N/A".equals(row.cell(column)) ? null : row.cell(column)));
        return new SourceRow(row.key(), row.place(), cells);
    }
}
