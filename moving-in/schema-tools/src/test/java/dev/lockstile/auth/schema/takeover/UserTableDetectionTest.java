package dev.lockstile.auth.schema.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which table is taken for the users, and why the others are not. */
final class UserTableDetectionTest {

    private static final String KEY = " (id varchar(36) primary key, email varchar(255)";

    @ParameterizedTest
    @CsvSource({
        "users, encrypted_password",
        "wp_users, user_pass",
        "aspnetusers, passwordhash",
        "app_user, hashed_password",
        "members, passwd",
        "account, pwd_hash"
    })
    void the_users_of_known_systems_are_recognised(String table, String password) {
        for (TestDatabase database : List.of(TestDatabase.H2, TestDatabase.POSTGRES)) {
            assertThat(questions(database, "create table " + table + KEY + ", " + password + " varchar(255))"))
                    .as(database.name())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void users_whose_passwords_are_in_a_table_of_credentials_are_recognised(TestDatabase database) {
        assertThat(questions(
                        database,
                        "create table user_entity" + KEY + ")",
                        "create table credential (id varchar(36) primary key, user_id varchar(36) references"
                                + " user_entity (id), secret_data varchar(4000), credential_data varchar(4000))"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void what_is_passed_over_is_listed_with_the_reason(TestDatabase database) {
        assertThat(questions(
                        database,
                        "create table users (email varchar(255), password varchar(255))",
                        "create table members (realm varchar(20), email varchar(255), password varchar(255), primary key"
                                + " (realm, email))",
                        "create table accounts" + KEY + ")",
                        "create table people" + KEY + ", password varchar(255))",
                        "create table orders" + KEY + ")"))
                .containsExactly(
                        TableFinder.NO_USERS,
                        "passed over: accounts, which has no column of passwords that is known: say --table"
                                + " user=accounts if it is meant",
                        "passed over: members, whose key has the columns realm, email: an entity here has a key of one",
                        "passed over: people, which is not named like users: say --table user=people if it is meant",
                        "passed over: users, which has no primary key: an entity needs one");
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void views_and_other_schemas_are_named(TestDatabase database) {
        boolean h2 = database == TestDatabase.H2;
        String crm = h2 ? "CRM" : "crm";
        assertThat(questions(
                        database,
                        "create schema crm",
                        "create table crm.users" + KEY + ", password varchar(255))",
                        "create view app_users as select * from crm.users"))
                .containsExactlyInAnyOrder(
                        TableFinder.NO_USERS,
                        "passed over: " + crm + "." + (h2 ? "USERS" : "users") + ", which lies in the schema " + crm
                                + ": connect with " + (h2 ? "SCHEMA=CRM" : "currentSchema=crm") + " to take it over",
                        "passed over: " + (h2 ? "APP_USERS" : "app_users")
                                + ", which is a view: name the table that it shows");
    }

    private static List<String> questions(TestDatabase database, String... statements) {
        try (HikariDataSource pool = database.open()) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return SchemaTakeover.of(pool)
                    .plan(new TakeoverOptions("old.app", Map.of()))
                    .questions();
        }
    }
}
