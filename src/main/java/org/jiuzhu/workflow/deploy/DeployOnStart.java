package org.jiuzhu.workflow.deploy;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Deploys before the first request and before the job executor starts. */
@Component
class DeployOnStart implements SmartInitializingSingleton {

    private final ModelDeployer deployer;

    DeployOnStart(ModelDeployer deployer) {
        this.deployer = deployer;
    }

    @Override
    public void afterSingletonsInstantiated() {
        deployer.deployShipped();
    }
}
