import CardCore

/// What a device is called; one that doesn't say is called so.
public func deviceName(_ device: DeviceView, _ words: any Strings) -> String {
    device.name.isEmpty ? words.devicesUnknown : device.name
}

/// When a device was last in contact, in near words.
public func lastSeen(_ device: DeviceView, _ words: any Strings, _ moments: Moments) -> String {
    device.current || moments.isNow(device.lastSeenAt)
        ? words.devicesSeenNow : words.devicesLastSeen(moments.at(device.lastSeenAt))
}

/// How somebody came in.
public func doorWords(_ door: Door, _ words: any Strings) -> String {
    switch door {
    case .idPorten: words.devicesDoorIdPorten
    case .feide: words.devicesDoorFeide
    case .cardNumber: words.devicesDoorCardNumber
    }
}

/// Why something needs a surer sign-in.
public func stepUpWords(_ action: Action, _ words: any Strings) -> String {
    switch action {
    case .showCard: words.stepUpShowCard
    case .changeContact: words.stepUpChangeContact
    case .chooseLibraries: words.stepUpChooseLibraries
    case .endDevices: words.stepUpEndDevices
    case .changeSecret: words.stepUpChangeSecret
    case .signRules: words.stepUpSignRules
    case .actForChild: words.stepUpActForChild
    case .register: words.stepUpRegister
    case .leave: words.stepUpLeave
    }
}
