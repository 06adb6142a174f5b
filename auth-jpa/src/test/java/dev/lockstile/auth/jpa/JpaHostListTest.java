package dev.lockstile.auth.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.HostList;
import dev.lockstile.auth.jpa.hosts.CountingDataSource;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of an entity of the host. */
final class JpaHostListTest {

    private static final HostList.Description ORDERS = HostList.Description.of("orders", "Orders", "orders:read")
            .column("number", "Number")
            .column("state", "State")
            .column("to.city", "City")
            .column("paid", "Paid")
            .column("due", "Due")
            .filter("number")
            .filter("state")
            .filter("to.city")
            .filter("paid")
            .filter("due");

    private final CountingDataSource counter = new CountingDataSource();
    private HikariDataSource pool;
    private EntityManagerFactory emf;

    @AfterEach
    void close() {
        if (emf != null) {
            emf.close();
            pool.close();
        }
    }

    private HostList open(TestDatabase database) {
        pool = database.open();
        PersistenceConfiguration unit = new PersistenceConfiguration("host-list");
        TestHost.PLAIN.entities().forEach(unit::managedClass);
        unit.managedClass(PlacedOrder.class);
        unit.property("hibernate.connection.datasource", counter.around(pool));
        unit.property("hibernate.hbm2ddl.auto", "create");
        emf = unit.createEntityManagerFactory();
        emf.runInTransaction(em -> {
            for (int i = 1; i <= 5; i++) {
                em.persist(new PlacedOrder(i, i % 2 == 0 ? State.SENT : State.OPEN, i == 5 ? null : "Lima"));
            }
        });
        return JpaHostList.of(JpaAuthStore.of(emf), PlacedOrder.class, ORDERS);
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void pages_show_each_row_once_and_cost_one_statement(TestDatabase database) {
        HostList list = open(database);
        List<Object> seen = new ArrayList<>();
        String after = null;
        do {
            HostList.Query query = new HostList.Query(Map.of(), after, 2);
            List<AdminLists.Page> got = new ArrayList<>();
            assertThat(counter.during(() -> got.add(list.page(query)))).hasSize(1);
            got.get(0).rows().forEach(row -> seen.add(row.get("number")));
            after = got.get(0).next();
        } while (after != null);
        assertThat(seen).containsExactly("N-5", "N-4", "N-3", "N-2", "N-1");
        assertThat(list.page(new HostList.Query(Map.of(), null, 1)).rows().get(0))
                .containsEntry("state", State.OPEN)
                .containsEntry("to.city", null)
                .containsEntry("paid", false)
                .containsEntry("due", LocalDate.of(2026, 1, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "number, N-2, 1",
        "number, n-2, 0",
        "state, sent, 2",
        "state, lost, 0",
        "to.city, Lima, 4",
        "paid, true, 1",
        "paid, yes, 0",
        "due, 2026-01-03, 1",
        "due, 3.1.2026, 0",
        "secret, x, 0",
        "number, '%', 0",
        "number, ''' or 1=1 --', 0"
    })
    void filters_ask_for_equal_values(String column, String text, int rows) {
        HostList list = open(TestDatabase.H2);
        assertThat(list.page(new HostList.Query(Map.of(column, text), null, 10)).rows())
                .hasSize(rows);
    }

    @Test
    void filters_stand_beside_each_other_and_a_key_that_is_none_finds_nothing() {
        HostList list = open(TestDatabase.H2);
        Map<String, String> both = Map.of("state", "SENT", "number", "N-4");
        assertThat(list.page(new HostList.Query(both, null, 10)).rows()).hasSize(1);
        assertThat(list.page(new HostList.Query(both, "4", 10)).rows()).isEmpty();
        assertThat(list.page(new HostList.Query(Map.of(), "four", 10)).rows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", "to", "to.street", "number.length", "", "number, x.secret"})
    void what_is_no_single_value_of_the_entity_is_no_column(String column) {
        open(TestDatabase.H2);
        HostList.Description list =
                HostList.Description.of("orders", "Orders", "orders:read").column(column, "X");
        assertThatThrownBy(() -> JpaHostList.of(JpaAuthStore.of(emf), PlacedOrder.class, list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PlacedOrder");
    }

    @Test
    void what_the_library_keeps_is_no_column() {
        open(TestDatabase.H2);
        Class<?> user = emf.getMetamodel().getEntities().stream()
                .filter(entity -> entity.getName().toLowerCase(Locale.ROOT).endsWith("user"))
                .findFirst()
                .orElseThrow()
                .getJavaType();
        HostList.Description list = HostList.Description.of("people", "People", "people:read");
        assertThatThrownBy(() -> JpaHostList.of(JpaAuthStore.of(emf), user, list.column("passwordHash", "Password")))
                .hasMessageContaining("kept by the library");
        assertThat(JpaHostList.of(JpaAuthStore.of(emf), user, list.column("createdAt", "Since"))
                        .page(new HostList.Query(Map.of(), null, 10))
                        .rows())
                .isEmpty();
    }

    /** Where an order stands. */
    enum State {
        OPEN,
        SENT
    }

    /** Where an order goes. */
    @Embeddable
    static class Address {

        @Column(name = "city")
        private String city;
    }

    /** An order. */
    @Entity(name = "PlacedOrder")
    @Table(name = "placed_order")
    static class PlacedOrder {

        @Id
        @Column(name = "order_key")
        private long key;

        @Column(name = "number_text")
        private String number;

        @Enumerated(EnumType.STRING)
        @Column(name = "order_state")
        private State state;

        @Embedded
        private Address to;

        private boolean paid;

        private LocalDate due;

        PlacedOrder() {}

        PlacedOrder(int key, State state, String city) {
            this.key = key;
            this.number = "N-" + key;
            this.state = state;
            this.to = new Address();
            this.to.city = city;
            this.paid = key == 2;
            this.due = LocalDate.of(2026, 1, key);
        }
    }
}
