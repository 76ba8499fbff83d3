import type { Role } from "../api/types";
import type { Text } from "./text";

export const roleNames: Record<Role, Text> = {
  operator: { zh: "实施主体", en: "Implementing body" },
  "district-reviewer": { zh: "县区审核", en: "District reviewer" },
  "park-reviewer": { zh: "园区", en: "Park" },
  "city-reviewer": { zh: "市级审核", en: "City reviewer" },
  expert: { zh: "评审专家", en: "Expert" },
  "finance-maker": { zh: "财务经办", en: "Finance maker" },
  "finance-approver": { zh: "财务复核", en: "Finance approver" },
  leader: { zh: "局领导", en: "Leader" },
  auditor: { zh: "审计", en: "Auditor" },
  admin: { zh: "平台管理", en: "Administrator" },
};

const jurisdictions: Record<string, Text> = {
  zhoushan: { zh: "舟山市科学技术局", en: "Zhoushan Science and Technology Bureau" },
  ezhou: { zh: "鄂州市科学技术局", en: "Ezhou Science and Technology Bureau" },
  hubei: { zh: "湖北省科学技术厅", en: "Hubei Department of Science and Technology" },
  shangdang: { zh: "长治市上党区", en: "Shangdang District, Changzhi" },
};

/** For whom the bureau's own list of places is not at hand. */
const districts: Record<string, Text> = {
  dinghai: { zh: "定海区", en: "Dinghai" },
  putuo: { zh: "普陀区", en: "Putuo" },
  daishan: { zh: "岱山县", en: "Daishan" },
  shengsi: { zh: "嵊泗县", en: "Shengsi" },
  gaoxin: { zh: "舟山高新区", en: "Zhoushan High-tech Zone" },
  xincheng: { zh: "新城", en: "Xincheng" },
  "putuoshan-zhujiajian": { zh: "普陀山—朱家尖", en: "Putuoshan–Zhujiajian" },
  wuhan: { zh: "武汉市", en: "Wuhan" },
  xiangyang: { zh: "襄阳市", en: "Xiangyang" },
  yichang: { zh: "宜昌市", en: "Yichang" },
  handian: { zh: "韩店镇", en: "Handian" },
  echeng: { zh: "鄂城区", en: "Echeng" },
  huarong: { zh: "华容区", en: "Huarong" },
  liangzihu: { zh: "梁子湖区", en: "Liangzihu" },
  gedian: { zh: "葛店经开区", en: "Gedian Zone" },
  linkong: { zh: "临空经济区", en: "Airport Economic Zone" },
};

/** A role's name in the realm; what a pack calls it is said by `useRoleName`. */
export const roleName = (role: string): Text => roleNames[role as Role] ?? { zh: role, en: role };

/** A name that is not listed is shown as the realm has it: a new bureau works before its name is translated. */
const named = (names: Record<string, Text>, key: string | null | undefined): Text =>
  (key && names[key]) || { zh: key ?? "—", en: key ?? "—" };

export const jurisdictionName = (key: string | null | undefined) => named(jurisdictions, key);
export const districtName = (key: string | null | undefined) => named(districts, key);
