package dev.lockstile.auth.jpa;

import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.admin.AccountFilter;
import dev.lockstile.auth.admin.AccountFilter.Period;
import dev.lockstile.auth.admin.AccountFilter.State;
import dev.lockstile.auth.admin.AccountOrder;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.AdminLists.Query;
import dev.lockstile.auth.admin.AdminLists.Table;
import dev.lockstile.auth.admin.LogFilter;
import dev.lockstile.auth.event.AuditRecords;
import dev.lockstile.auth.jpa.hosts.ManyPeople;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.jpa.hosts.QueryPlan;
import dev.lockstile.auth.jpa.hosts.SentStatements;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.store.ApiKeyStore;
import dev.lockstile.auth.store.AuthTx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every list and search of an administration among many people on PostgreSQL: what is read for it, and how long it takes
 * beside one row by key. With {@code -Pproof} there are a million people, and the times count.
 */
final class ManyPeopleTest {

    private static final boolean FULL = Boolean.getBoolean("lockstile.proof");
    private static final int PEOPLE = Math.max(20_000, Integer.getInteger("lockstile.rows", 0));

    /** What a page reads of one index at most: its window, and what lies around it. */
    private static final int MOST_ROWS = 2 * Query.WINDOW;

    /** The longest page that can be asked for; what is timed are pages as they come. */
    private static final String LONG = "page of 200";

    private static final double MOST_TIMES = 10;
    private static final int RUNS = FULL ? 60 : 9;

    private static final SentStatements SENT = new SentStatements();
    private static OpenHost host;
    private static AdminLists lists;
    private static JpaAuthStore store;
    private static AuditRecords trail;

    private final Map<String, Runnable> asked = new LinkedHashMap<>();
    private final Instant now = Instant.now();

    @BeforeAll
    static void open() throws SQLException {
        host = OpenHost.through(TestHost.NUMBERED, TestDatabase.POSTGRES, SENT::around);
        ManyPeople.fill(host, PEOPLE);
        store = host.store();
        lists = store.adminLists();
        trail = store.auditTrail(AuthKeys.generate().auditKey());
    }

    @AfterAll
    static void close() {
        if (host != null) {
            host.close();
        }
    }

    @Test
    void no_list_or_search_reads_a_whole_table_or_more_than_its_window() {
        all();
        SoftAssertions found = new SoftAssertions();
        asked.forEach((name, work) -> {
            List<String> statements = SENT.during(work);
            found.assertThat(statements).as(name).isNotEmpty();
            statements.forEach(
                    sql -> found.assertThat(QueryPlan.of(host.pool(), sql).scans())
                            .as(name + ": " + sql)
                            .allMatch(scan -> !scan.isSequential() || isSmall(scan.of()))
                            .allMatch(scan -> scan.rows() <= MOST_ROWS));
        });
        found.assertAll();
    }

    private static boolean isSmall(String table) {
        return table.equals("auth_audit_head");
    }

    @Test
    void every_list_and_search_takes_less_than_ten_times_the_time_of_one_row_by_key() throws IOException {
        all();
        double key = quickest(() -> store.read(tx -> tx.users().byId(person(PEOPLE / 2))));
        StringBuilder figures = new StringBuilder(
                String.format(Locale.ROOT, "%d people, one row by key: %.2f ms%n", PEOPLE, key / 1e6));
        SoftAssertions found = new SoftAssertions();
        asked.forEach((name, work) -> {
            double least = quickest(work);
            // what else the machine does only adds to it
            double times = (FULL && least >= MOST_TIMES * key ? Math.min(least, quickest(work)) : least) / key;
            figures.append(String.format(Locale.ROOT, "%6.1f times: %s%n", times, name));
            if (FULL && !name.endsWith(LONG)) {
                found.assertThat(times).as(name).isLessThan(MOST_TIMES);
            }
        });
        Files.writeString(Path.of("target", "many-people.txt"), figures);
        found.assertAll();
    }

    /** The quickest of all, which is what the work takes on a machine that does nothing else. */
    private static double quickest(Runnable work) {
        long least = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            work.run();
            least = Math.min(least, System.nanoTime() - start);
        }
        return least;
    }

    private void all() {
        people();
        filters();
        searches();
        others();
        records();
        ofOnePerson();
    }

    private void people() {
        users("people, newest first", Query.all());
        users("people, oldest first", Query.all().fromOldest());
        users("people, deep", Query.all().after(String.valueOf(PEOPLE / 2)));
        Query named = Query.all().ordered(AccountOrder.NAME);
        users("people, by name", named);
        users("people, by name, deep", named.after("n" + PEOPLE / 2));
        users("people, by name, backwards", named.ordered(AccountOrder.NAME_BACKWARDS));
        users("people, by name, those without one", named.after("o" + PEOPLE / 2));
        users("people, by name, end", named.after("n9999"));
        users("people, " + LONG, Query.all().sized(200));
        users("one person", Query.all().ofUser("17"));
    }

    private void filters() {
        filter("active", new AccountFilter(null, State.ACTIVE, null, Period.ALWAYS, Period.ALWAYS));
        filter("disabled", new AccountFilter(null, State.DISABLED, null, Period.ALWAYS, Period.ALWAYS));
        filter("deleted", new AccountFilter(null, State.DELETED, null, Period.ALWAYS, Period.ALWAYS));
        filter("usual role", new AccountFilter("USER", null, null, Period.ALWAYS, Period.ALWAYS));
        filter("rare role", new AccountFilter("auditor", null, null, Period.ALWAYS, Period.ALWAYS));
        filter("unknown role", new AccountFilter("none", null, null, Period.ALWAYS, Period.ALWAYS));
        filter("proven", new AccountFilter(null, null, true, Period.ALWAYS, Period.ALWAYS));
        filter("unproven", new AccountFilter(null, null, false, Period.ALWAYS, Period.ALWAYS));
        Instant start = Instant.parse("2024-01-03T00:00:00Z");
        Period day = new Period(start, start.plus(Duration.ofDays(1)));
        filter("joined on a day", new AccountFilter(null, null, null, day, Period.ALWAYS));
        Period hour = new Period(now.minus(Duration.ofHours(1)), now);
        filter("seen of late", new AccountFilter(null, null, null, Period.ALWAYS, hour));
        filter("all filters", new AccountFilter("support", State.DISABLED, true, day, hour));
    }

    private void filter(String name, AccountFilter filter) {
        Query query = Query.all().filtered(filter).at(now);
        users("filter " + name, query);
        users("filter " + name + ", oldest first", query.fromOldest());
        users("filter " + name + ", by name", query.ordered(AccountOrder.NAME));
        users("filter " + name + ", deep", query.after(String.valueOf(PEOPLE / 2)));
    }

    private void searches() {
        for (String text : List.of(
                "person77@example.com",
                "PERSON77@Example.com",
                "pe",
                "person1",
                "+4915",
                "+49 151 000 00 77",
                "name7",
                "Given1",
                "family12",
                "77",
                "no such text")) {
            users("search " + text, Query.all().finding(text));
            users("search " + text + ", " + LONG, Query.all().finding(text).sized(200));
            users("search " + text + ", oldest first", Query.all().finding(text).fromOldest());
            users("search " + text + ", by name", Query.all().finding(text).ordered(AccountOrder.NAME));
            AccountFilter some = new AccountFilter("support", State.ACTIVE, true, Period.ALWAYS, Period.ALWAYS);
            users(
                    "search " + text + ", filtered",
                    Query.all().finding(text).filtered(some).at(now));
        }
    }

    private void others() {
        for (Table table : Table.values()) {
            if (table != Table.USERS) {
                list(table, "newest first", Query.all());
                list(table, "deep", Query.all().after(String.valueOf(PEOPLE / 2)));
                list(table, LONG, Query.all().sized(200));
                list(table, "of one person", Query.all().ofUser("17"));
                list(table, "of a person without any", Query.all().ofUser("999999999"));
                states(table);
            }
        }
    }

    private void states(Table table) {
        Instant start = Instant.parse("2024-01-03T00:00:00Z");
        LogFilter day = LogFilter.ALL.between(start, start.plus(Duration.ofDays(1)));
        for (LogFilter.State state : LogFilter.State.values()) {
            if (state.isOf(table)) {
                Query query = Query.all().at(now).matching(LogFilter.ALL.in(state));
                list(table, state.name(), query);
                list(table, state + " deep", query.after(String.valueOf(PEOPLE / 2)));
                list(table, state + " of one person", query.ofUser("17"));
                list(table, state + " of a day", query.matching(day.in(state)));
            }
        }
        if (LogFilter.isByTime(table)) {
            Query query = Query.all().matching(day);
            list(table, "of a day", query);
            list(table, "of a day, deep", query.after(start.plus(Duration.ofHours(2)) + "_9999"));
            list(table, "since long ago", query.matching(LogFilter.ALL.between(Instant.EPOCH, null)));
            list(table, "of a day and one person", query.ofUser("17"));
        }
    }

    private void records() {
        AuditRecords.Query all = AuditRecords.Query.all();
        Instant middle = Instant.parse("2024-01-01T00:00:00Z").plus(Duration.ofMinutes(PEOPLE / 2));
        AuditRecords.Query day = all.between(middle, middle.plus(Duration.ofDays(1)));
        trail("all", all);
        trail("deep", all.after(new AuditRecords.Place(middle, PEOPLE / 2)));
        trail("of one person", all.ofUser("17"));
        trail("of a person without any", all.ofUser("999999999"));
        trail("by one actor", all.byActor("7"));
        trail("of a usual kind", all.named("authn_login_success"));
        trail("of a rare kind", all.named("authz_admin"));
        trail("of an unknown kind", all.named("none"));
        trail("of a day", day);
        trail("of a rare kind on a day", day.named("authz_admin"));
        trail("of one person and kind", all.ofUser("17").named("authn_login_fail"));
        trail("of one person by one actor", day.ofUser("17").byActor("7"));
    }

    private void ofOnePerson() {
        UserId one = person(17);
        read("open invitations", tx -> tx.codes().open(CodePurpose.INVITATION, 200, now));
        read("own sessions", tx -> tx.sessions().live(one, now));
        read("own places of late", tx -> tx.sessions().recentOrigins(one, now.minus(Duration.ofDays(90)), 20));
        read("own keys", tx -> tx.extension(ApiKeyStore.class).orElseThrow().live(one, now));
        read("own accounts at other sites", tx -> tx.socials().of(one));
        read("own passkeys", tx -> tx.factors().passkeys().of(one));
        read("own trusted browsers", tx -> tx.factors().browsers().live(one, now));
        read("superusers", tx -> tx.users().superusers(now));
    }

    private static UserId person(long number) {
        return new UserId(number);
    }

    private void users(String name, Query query) {
        asked.put(name, () -> lists.page(Table.USERS, query));
    }

    private void list(Table table, String name, Query query) {
        asked.put(table + " " + name, () -> lists.page(table, query));
    }

    private void trail(String name, AuditRecords.Query query) {
        asked.put("trail " + name, () -> trail.page(query));
    }

    private void read(String name, Consumer<AuthTx> work) {
        asked.put(
                name,
                () -> store.read(tx -> {
                    work.accept(tx);
                    return true;
                }));
    }
}
