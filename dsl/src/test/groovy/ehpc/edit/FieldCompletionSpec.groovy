package ehpc.edit

import ehpc.script.SessionContext
import spock.lang.Specification

/** The members of values that are records of the service: first the words, then the names of the service. */
class FieldCompletionSpec extends Specification {

    /** The names of the service beside the words. */
    private static final String NODE_FIELDS =
            'addTime createMode createdByEhpc expired expiredTime hostName htEnabled imageId imageOwnerAlias ' +
            'ipAddress location lockReason publicIpAddress regionId spotStrategy stateInSched totalResources ' +
            'usedResources vSwitchId version vpcId zoneId'
    private static final String QUEUE_FIELDS =
            'computeInstanceType deploymentSetId enableAutoGrow hostNamePrefix hostNameSuffix ' +
            'networkInterfaceTrafficMode queueName resourceGroupId spotInstanceTypes spotStrategy useESS'
    private static final String IMAGE_FIELDS =
            'postInstallScript productCode skuCode pricingCycle ownerId fields imageId imageName imageOwnerAlias size uid'
    private static final String INFO_FIELDS =
            'accountType addOnsInfo applications autoRenew autoRenewPeriod baseOsTag clientVersion ' +
            'clusterVersion computeSpotPriceLimit computeSpotStrategy createTime deployMode description ' +
            'domain ecsChargeType ecsInfo haEnable imageId imageName imageOwnerAlias initialImage ' +
            'keyPairName nodes onPremiseInfo openldapPar osTag period periodUnit plugin postInstallScripts ' +
            'ramNodeTypes ramRoleName regionId remoteDirectory resourceGroupId sccClusterId ' +
            'schedulerPreInstall schedulerType schedulerVersion securityGroupId vSwitchId volumeId ' +
            'volumeMountpoint volumeProtocol volumeType vpcId winAdPar withoutAgent zoneId'
    private static final String CLUSTER_FIELDS =
            'accountType baseOsTag clientVersion computeSpotPriceLimit computeSpotStrategy computes count ' +
            'createTime deployMode description ehpcVersion hasPlugin imageId imageOwnerAlias ' +
            'instanceChargeType instanceType isComputeEss location loginNodes managers nodePrefix nodeSuffix ' +
            'osTag regionId resourceGroupId schedulerType totalResources usedResources vSwitchId vpcId ' +
            'zoneId'

    def 'offered: #text'() {
        expect:
        new Document(text.replace('|', ''), SessionContext.EMPTY)
                .complete(text.indexOf('|'), KnownNames.EMPTY).candidates()*.text().join(' ') == offered

        where:
        text || offered
        "cluster('c') { nodes.where { it.| } }" || "name id status ip roles is instanceType label clusterId fields $NODE_FIELDS"
        "cluster('c') { node('x').|" || "name id status ip roles is instanceType label clusterId fields $NODE_FIELDS"
        "cluster('c') { queues.each { q -> q.|" || "name type instanceTypes autoGrow imageId fields $QUEUE_FIELDS"
        "cluster('c') { commands[0].|" || 'id text workingDirectory timeoutSeconds commandContent commandId timeout workingDir'
        "cluster('c') { info.|" || "id name status region scheduler location postScripts fields $INFO_FIELDS"
        'images.custom[0].|' || "id name description owner sizeGib osTag baseOsTag status $IMAGE_FIELDS"
        'regions[0].|' || 'id name localName regionId'
        'clusters.each { c -> c.|' || "id name status region scheduler fields $CLUSTER_FIELDS"
    }
}
