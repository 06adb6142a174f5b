package dev.lockstile.auth.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class EmptyTablesTest {

    private final JdbcDataSource database = new JdbcDataSource();

    @Test
    void rows_of_the_start_stay_and_later_ones_go() throws SQLException {
        database.setURL("jdbc:h2:mem:rows-of-the-start;DB_CLOSE_DELAY=-1");
        run(
                "create table \"role\" (\"name\" varchar(20), part int, primary key (part, \"name\"))",
                "create table member (id int primary key, part int, name varchar(20),"
                        + " foreign key (part, name) references \"role\"(part, \"name\"))",
                "create table history (line varchar(20))",
                "insert into \"role\" values ('editor', 1)",
                "insert into history values ('made')");
        EmptyTables tables = EmptyTables.of(database);
        run(
                "insert into \"role\" values ('editor', 2)",
                "insert into member values (1, 2, 'editor')",
                "insert into history values ('later')");

        tables.empty();

        assertThat(read("select \"name\" || part from \"role\"")).containsExactly("editor1");
        assertThat(read("select name from member")).isEmpty();
        assertThat(read("select line from history")).containsExactly("made", "later");
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private List<String> read(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
