package ehpc.local

/** What can be bought: images, instance types, and their invented prices. */
class ResourceSpec extends LocalSpecification {

    def 'the public images are listed by their system'() {
        given:
        start()

        expect:
        ask('ListImages').at('OsTags.OsInfo')*.OsTag == ['CentOS_7.6_64', 'CentOS_7.2_64', 'windows_2019_64']
        ask('ListImages', [BaseOsTag: 'CentOS_7.6_64', InstanceType: 'ecs.c6.large']).at('OsTags.OsInfo') == [
            [Architecture: 'x86_64', OsTag: 'CentOS_7.6_64', Platform: 'CentOS', Version: '7.6', BaseOsTag: 'CentOS_7.6_64',
             ImageId: 'centos_7_06_64_20G_alibase_20190711.vhd', OSName: 'CentOS_7.6_64', OSNameEn: 'CentOS_7.6_64']]
    }

    def 'a listed image can be that of a cluster'() {
        given:
        start()
        List<Map<String, ?>> community = ask('ListCommunityImages', [ClusterId: DEMO]).at('Images.ImageInfo')
        List<String> ids = community*.ImageId + ask('ListImages').at('OsTags.OsInfo').findAll { it.Platform == 'CentOS' }*.ImageId

        expect:
        community*.ImageName == ['community-paraview-centos76', 'community-wrf-centos72', 'market-licensed-centos76']
        ask('ListCommunityImages', [BaseOsTag: 'CentOS_7.2_64']).at('Images.ImageInfo')*.ImageName == ['community-wrf-centos72']
        ids.every {
            ask('ModifyClusterAttributes', [ClusterId: DEMO, ImageId: it])
            ask('DescribeCluster', [ClusterId: DEMO]).at('ClusterInfo.ImageId') == it
        }
    }

    def 'only the images of the marketplace have a price'() {
        given:
        start()
        List<Map<String, ?>> images = ask('ListCommunityImages').at('Images.ImageInfo').findAll { it.SkuCode == 'package' }

        expect:
        images*.ProductCode == ['cmjj000001']
        price(images[0].ImageId, 'Day', 3, 2) == [Amount: 2, DiscountPrice: 0, ImageId: images[0].ImageId, OriginalPrice: 4.8, TradePrice: 4.8]
        price(images[0].ImageId, 'Month', 1, 1).TradePrice == 12.0
        price(images[0].ImageId, 'Year', 2, 1).TradePrice == 240.0
    }

    def 'the price of nodes is the sum of their parts, the same each time'() {
        given:
        start()
        Map<String, ?> small = ['Commodities.1.NodeType': 'Compute', 'Commodities.1.InstanceType': 'ecs.c6.large', 'Commodities.1.Amount': 1,
                                'Commodities.1.Period': 1, PriceUnit: 'Hour']

        when:
        WireClient.Reply one = ask('DescribePrice', small)

        then: '2 cores, 4 GiB, a disk of 40 GB'
        one.at('Prices.PriceInfo') == [[Currency: 'USD', NodeType: 'Compute', OriginalPrice: 0.084, TradePrice: 0.084]]
        one.body.TotalTradePrice == 0.084
        total(small) == 0.084
        total(small + ['Commodities.1.Amount': 10]) == 0.84
        total(small + ['Commodities.1.Period': 2, PriceUnit: 'Month', ChargeType: 'PrePaid']) == 60.48
        total(small + ['Commodities.1.SystemDiskCategory': 'cloud_essd', 'Commodities.1.SystemDiskSize': 100]) == 0.11
        total(small + ['Commodities.1.DataDisks.1.category': 'cloud_ssd', 'Commodities.1.DataDisks.1.size': 200]) == 0.124
        total(small + ['Commodities.1.InternetMaxBandWidthOut': 5]) == 0.134
        total(small + ['Commodities.2.NodeType': 'Manager', 'Commodities.2.InstanceType': 'ecs.gn6v-c8g1.2xlarge', 'Commodities.2.Amount': 1,
                       'Commodities.2.Period': 1]) == 0.084 + 1.604
    }

    def 'the service pack pays for the first cores of the running nodes in the cloud'() {
        given:
        start()

        expect:
        with(ask('QueryServicePackAndPrice').body) {
            OriginalAmount == 18
            ChargeAmount == 10
            OriginalPrice == 0.018
            DiscountPrice == 0.008
            TradePrice == 0.010
            ServicePack.ServicePackInfo == [[Capacity: 8, EndTime: 1799114400, InstanceName: 'EHPCBAG-cn-local0000001', StartTime: 1767578400]]
        }

        when:
        service.stopNode(node('compute000'))

        then:
        ask('QueryServicePackAndPrice').body.ChargeAmount == 8
    }

    def 'instance types are listed by family, with those that are sold out on request'() {
        given:
        start()

        when:
        Map<String, List<String>> listed = families()

        then:
        listed['ecs.c6'] == ['ecs.c6.large', 'ecs.c6.xlarge', 'ecs.c6.2xlarge']
        listed['ecs.gn6v'] == ['ecs.gn6v-c8g1.2xlarge']
        families(ShowSoldOut: true)['ecs.gn6v'] == ['ecs.gn6v-c8g1.2xlarge', 'ecs.gn6v-c8g1.8xlarge']
        'ecs.scch5' in listed.keySet()
        !('ecs.scch5' in families(SpotStrategy: 'SpotAsPriceGo').keySet())
        families(ZoneId: 'cn-hangzhou-b') == listed
        with(ask('ListAvailableEcsTypes').at('InstanceTypeFamilies.InstanceTypeFamilyInfo')[0]) {
            Generation == 'ecs-6'
            Types.TypesInfo[0] == [
                CpuCoreCount: 2, EniQuantity: 2, GPUAmount: 0, GPUSpec: '', InstanceBandwidthRx: 1024000, InstanceBandwidthTx: 1024000,
                InstancePpsRx: 200000, InstancePpsTx: 200000, InstanceTypeId: 'ecs.c6.large', MemorySize: 4, Status: 'Available',
                ZoneIds: [ZoneId: ['cn-hangzhou-b', 'cn-hangzhou-k']]]
        }
    }

    def 'instance types are recommended by kind of work'() {
        given:
        start()

        when:
        List<Map<String, ?>> series = ask('ListPreferredEcsTypes', [ZoneId: 'cn-hangzhou-k']).at('Series.SeriesInfo')

        then:
        series*.SeriesId == ['HighCompute', 'HighMem', 'GPU', 'All']
        series*.SeriesName == ['SeriesHighCompute', 'SeriesHighMem', 'SeriesGPU', 'SeriesAll']
        series[1].Roles.Compute.InstanceTypeId == ['ecs.r6.large', 'ecs.r6.xlarge']
        series[2].Roles.Compute.InstanceTypeId == ['ecs.gn6v-c8g1.2xlarge']
        series*.Roles*.Manager.every { it == series[0].Roles.Login }
        !('ecs.gn6v-c8g1.2xlarge' in series[3].Roles.Login.InstanceTypeId)
    }

    def 'hyper-threading of #type is #byDefault by default'() {
        given:
        start()

        expect:
        ask('GetIfEcsTypeSupportHtConfig', [InstanceType: type]).body.subMap('DefaultHtEnabled', 'InstanceType', 'SupportHtConfig') ==
                [DefaultHtEnabled: byDefault == 'on', InstanceType: type, SupportHtConfig: byDefault == 'on']

        where:
        type                 | byDefault
        'ecs.g6.large'       | 'on'
        'ecs.scch5.16xlarge' | 'off'
    }

    private Map<String, ?> price(String image, String unit, int period, int amount) {
        ask('DescribeImagePrice', [ImageId: image, SkuCode: 'package', PriceUnit: unit, Period: period, Amount: amount])
                .body.findAll { it.key != 'RequestId' }
    }

    private BigDecimal total(Map<String, ?> parameters) {
        ask('DescribePrice', parameters).body.TotalTradePrice as BigDecimal
    }

    private Map<String, List<String>> families(Map<String, ?> parameters = [:]) {
        ask('ListAvailableEcsTypes', parameters).at('InstanceTypeFamilies.InstanceTypeFamilyInfo')
                .collectEntries { [it.InstanceTypeFamilyId, it.Types.TypesInfo*.InstanceTypeId] }
    }
}
