package example.bookbarn;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What H2 says of itself. */
final class H2Dump {

    private H2Dump() {}

    static List<String> of(DataSource database) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("script simple nopasswords nosettings")) {
            while (lines.next()) {
                String line =
                        lines.getString(1).replaceAll("(?m)^-- .*\\n?", "").strip();
                if (!line.isEmpty() && !line.startsWith("CREATE USER")) {
                    statements.add(line.replaceFirst(";$", ""));
                }
            }
        }
        return statements;
    }
}
