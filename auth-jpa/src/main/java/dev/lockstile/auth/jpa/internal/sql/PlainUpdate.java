package dev.lockstile.auth.jpa.internal.sql;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hibernate.boot.spi.SessionFactoryOptions;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.spi.MappingMetamodelImplementor;
import org.hibernate.persister.entity.SingleTableEntityPersister;
import org.hibernate.sql.Template;

/**
 * The columns of an entity whose update is nothing but an UPDATE. Hibernate keeps the SQL of a query but translates an
 * update each time that it runs, which costs more than running it. Names, types and converters are those of the
 * mapping.
 *
 * @param columns by attribute: those that are one column, which is read and written as it stands
 */
public record PlainUpdate(SingleTableEntityPersister persister, Map<String, Column> columns) {

    /**
     * A column.
     *
     * @param part the attribute, which says how values are written
     * @param mark what stands for a value of it, such as {@code ?}
     */
    public record Column(BasicValuedModelPart part, String name, String mark) {}

    /**
     * The columns; empty where Hibernate has to do more than update them: several tables, conditions of the mapping, a
     * cache or an inspector that must hear of it.
     */
    static Optional<PlainUpdate> of(SessionFactoryImplementor factory, Class<?> type) {
        return factory.getMappingMetamodel().getEntityDescriptor(type) instanceof SingleTableEntityPersister persister
                        && PlainTable.holds(persister)
                        && !persister.hasWhereRestrictions()
                        && isUnseen(factory, persister)
                ? Optional.of(new PlainUpdate(
                        persister, columns(persister, factory.getJdbcServices().getDialect())))
                : Optional.empty();
    }

    /** Nothing is told of a change: no cache, and no code that reads or rewrites each statement. */
    private static boolean isUnseen(SessionFactoryImplementor factory, SingleTableEntityPersister persister) {
        SessionFactoryOptions options = factory.getSessionFactoryOptions();
        return !persister.hasCache()
                && !persister.hasNaturalIdCache()
                && !isInCachedCollection(factory.getMappingMetamodel(), persister)
                && !options.isQueryCacheEnabled()
                && !options.isMultiTenancyEnabled()
                && options.getStatementInspector() == null;
    }

    private static boolean isInCachedCollection(
            MappingMetamodelImplementor mapping, SingleTableEntityPersister persister) {
        Collection<String> roles = mapping.getCollectionRolesByEntityParticipant(persister.getEntityName());
        return roles != null
                && roles.stream()
                        .anyMatch(role -> mapping.getCollectionDescriptor(role).hasCache());
    }

    private static Map<String, Column> columns(SingleTableEntityPersister persister, Dialect dialect) {
        Map<String, Column> columns = new HashMap<>();
        String key = persister.getIdentifierPropertyName();
        if (key != null) {
            add(key, persister.getIdentifierMapping(), dialect, columns);
        }
        persister.forEachAttributeMapping(attribute -> add(attribute.getAttributeName(), attribute, dialect, columns));
        return Map.copyOf(columns);
    }

    private static void add(String attribute, ModelPart part, Dialect dialect, Map<String, Column> into) {
        if (part instanceof BasicValuedModelPart basic && !basic.isFormula() && isTakenAsItStands(basic)) {
            into.put(attribute, new Column(basic, basic.getSelectionExpression(), PlainTable.mark(basic, dialect)));
        }
    }

    private static boolean isTakenAsItStands(BasicValuedModelPart column) {
        String read = column.getCustomReadExpression();
        String write = column.getCustomWriteExpression();
        return (read == null || read.equals(Template.TEMPLATE + "." + column.getSelectionExpression()))
                && (write == null || write.equals("?"));
    }

    /** No filter of the mapping, such as that of a tenant, holds in this session. */
    boolean isUnfiltered(SharedSessionContractImplementor session) {
        return !persister.isAffectedByEnabledFilters(session.getLoadQueryInfluencers(), false);
    }
}
