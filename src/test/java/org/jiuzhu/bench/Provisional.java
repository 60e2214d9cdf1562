package org.jiuzhu.bench;

import org.camunda.bpm.engine.RepositoryService;

/** Deploys the provisional visit where the product has none. */
final class Provisional {

    private Provisional() {}

    static void deploy(Product product) {
        RepositoryService repository = product.bean(RepositoryService.class);
        if (repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("visit")
                        .count()
                == 0) {
            repository
                    .createDeployment()
                    .name("bench")
                    .addClasspathResource("bench/visit.bpmn")
                    .deploy();
        }
    }
}
