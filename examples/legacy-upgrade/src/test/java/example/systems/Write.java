package example.systems;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A statement of the old application with its values. */
record Write(String sql, List<@Nullable Object> values, boolean rows) {

    static Write of(String sql, @Nullable Object... values) {
        return new Write(sql, Arrays.asList(values), true);
    }

    /** One of the schema. */
    static Write statement(String sql) {
        return new Write(sql, List.of(), false);
    }

    static void all(DataSource database, List<Write> writes) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (Write write : writes) {
                write.in(connection);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void in(Connection connection) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            if (statement.executeUpdate() != 1 && rows) {
                throw new AssertionError("the old application's statement finds no row: " + sql);
            }
        } catch (SQLException e) {
            throw new AssertionError("the old application's statement fails: " + sql, e);
        }
    }
}
