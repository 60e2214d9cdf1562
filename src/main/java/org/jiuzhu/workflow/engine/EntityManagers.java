package org.jiuzhu.workflow.engine;

import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManagerFactory;

/**
 * The engine describes every row it inserts in words, for an error that nearly never comes; that costs an eighth of the
 * CPU a started process takes. Here the words are found once the error is there.
 */
final class EntityManagers extends DbEntityManagerFactory {

    private static final String ANY = "*";

    EntityManagers(IdGenerator ids) {
        super(ids);
    }

    @Override
    public DbEntityManager openSession() {
        return new TerseEntityManager(idGenerator, Context.getCommandContext().getSession(PersistenceSession.class));
    }

    private static final class TerseEntityManager extends DbEntityManager {

        TerseEntityManager(IdGenerator ids, PersistenceSession session) {
            super(ids, session);
        }

        @Override
        protected void validateId(DbEntity entity) {
            if (entity.getId() == null || ANY.equals(entity.getId())) {
                super.validateId(entity);
            }
        }
    }
}
