package org.unenrol.platform.contract.memory;

import org.unenrol.platform.contract.LearningPlatformContract;
import org.unenrol.platform.contract.RemotePlatformUnderTest;

class RemoteContractTests extends LearningPlatformContract {

    @Override
    protected RemotePlatformUnderTest emptyPlatform() {
        return PlatformInMemory.with(RemoteAdapter::new);
    }
}
