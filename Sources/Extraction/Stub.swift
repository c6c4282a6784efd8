import CAssets
func entente_asset_predicates() -> entente_asset { entente_asset() }
func entente_asset_operators() -> entente_asset { entente_asset() }
